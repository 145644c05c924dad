package org.alliedregistry.releasability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request, its ids, instants, tags and cursors being those of the registry with everything. */
record PairedRequest(
    String method, String target, Map<String, String> headers, @Nullable String body) {

  static PairedRequest get(String target) {
    return new PairedRequest("GET", target, Map.of(), null);
  }

  static PairedRequest send(String method, String target, String body) {
    return new PairedRequest(method, target, Map.of("Content-Type", "application/json"), body);
  }

  PairedRequest by(String otherMethod) {
    return new PairedRequest(otherMethod, target, headers, body);
  }

  PairedRequest header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new PairedRequest(method, target, more, body);
  }

  /** Whether something may be recorded by it. */
  boolean writes() {
    return !List.of("GET", "HEAD", "OPTIONS").contains(method) && !path().endsWith("/what-if");
  }

  /** The path, without the query. */
  String path() {
    return target.replaceFirst("\\?.*", "");
  }

  @Override
  public String toString() {
    return method + " " + target + (headers.isEmpty() ? "" : " " + headers) + orEmpty(body);
  }

  private static String orEmpty(@Nullable String body) {
    return body == null ? "" : "\n" + body;
  }
}
