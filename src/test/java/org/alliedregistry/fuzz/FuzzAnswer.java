package org.alliedregistry.fuzz;

import io.restassured.http.Header;
import java.util.List;
import java.util.Optional;

/** An answer: the status, the header lines, the body as text. */
record FuzzAnswer(int status, List<String> headers, String text) {

  /** Each line of the head as a name and a value. */
  List<Header> fields() {
    return headers.stream()
        .map(line -> line.split(":", 2))
        .map(field -> new Header(field[0], field[1].strip()))
        .toList();
  }

  Optional<String> header(String name) {
    String start = name + ":";
    return headers.stream()
        .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }
}
