package org.alliedregistry.releasability;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An answer as it came over the wire: the status line, the headers in their order, the body. */
record RawAnswer(String status, List<String> headers, String body) {

  int code() {
    return Integer.parseInt(status.split(" ")[1]);
  }

  Optional<String> header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }

  /** The headers without Date and Content-Length. The length is compared with the body. */
  List<String> comparedHeaders() {
    return headers.stream()
        .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(date|content-length):.*"))
        .toList();
  }

  /** The status line and the headers without Date. */
  String head() {
    String length = header("Content-Length").orElse("none");
    return status + "\n" + String.join("\n", comparedHeaders()) + "\nContent-Length: " + length;
  }

  /** The whole answer without Date. */
  String butDate() {
    return head() + "\n\n" + body;
  }

  @Override
  public String toString() {
    return butDate();
  }
}
