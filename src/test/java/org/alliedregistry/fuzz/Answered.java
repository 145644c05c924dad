package org.alliedregistry.fuzz;

import java.util.List;
import java.util.Optional;

/** What came back: the status, the lines of the head, the body as text. */
record Answered(int status, List<String> headers, String text) {

  Optional<String> header(String name) {
    String start = name + ":";
    return headers.stream()
        .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }
}
