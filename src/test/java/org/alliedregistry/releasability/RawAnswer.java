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

  /** The hour aside, and the length of the body, which is compared with it. */
  List<String> comparedHeaders() {
    return headers.stream()
        .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(date|content-length):.*"))
        .toList();
  }

  /** All that comes before the body, but the hour. */
  String head() {
    String length = header("Content-Length").orElse("none");
    return status + "\n" + String.join("\n", comparedHeaders()) + "\nContent-Length: " + length;
  }

  /** Everything but the hour. */
  String butDate() {
    return head() + "\n\n" + body;
  }

  @Override
  public String toString() {
    return butDate();
  }
}
