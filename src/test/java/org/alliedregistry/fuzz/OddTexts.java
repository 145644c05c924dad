package org.alliedregistry.fuzz;

import java.util.List;

/** Texts that often break services. */
final class OddTexts {

  static final List<String> ALL =
      List.of(
          "",
          " ",
          "null",
          "0",
          "-1",
          "1e400",
          "NaN",
          "9223372036854775808",
          "2147483648",
          "true",
          "\u0000",
          "a\u0000b",
          "\u202egnirts",
          "\u200b",
          "e\u0301",
          "\ud83d\ude00",
          "\ud800",
          "\ufeffx",
          "' or 1=1 --",
          "../../etc/passwd",
          "${jndi:ldap://localhost}",
          "<script>",
          "%",
          "%zz",
          "%00",
          "%c0%af",
          "a,b,,c",
          ",",
          "@",
          "EST@FRA@",
          "2026-02-30",
          "20260-01-01",
          "0000-00-00",
          "2026-01-01T00:00:00",
          "2026-01-01t00:00:00.1+14:00",
          "+999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "10000-01-01",
          "http://" + "a".repeat(300) + " ",
          "https://[::1",
          "x".repeat(4_001),
          "x".repeat(70_000),
          "(a+)+$",
          "\\",
          "\"");

  private OddTexts() {}
}
