package org.alliedregistry.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One request as it goes over the wire.
 *
 * @param headers lines, without that of the length
 * @param coding how the length of the body is sent
 */
record FuzzRequest(
    String method,
    String target,
    String version,
    List<String> headers,
    byte[] body,
    Coding coding) {

  /** How the length of the body is sent. */
  enum Coding {
    NONE,
    LENGTH,
    CHUNKS
  }

  byte[] head() {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/" + version + "\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (coding == Coding.LENGTH) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    } else if (coding == Coding.CHUNKS) {
      head.append("Transfer-Encoding: chunked\r\n");
    }
    return (head + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** Whether a token or anything else of this name is sent. */
  boolean has(String header) {
    return headers.stream()
        .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(header + ":"));
  }

  @Override
  public String toString() {
    String text = new String(body, StandardCharsets.UTF_8);
    return method
        + " "
        + shortened(target, 600)
        + " HTTP/"
        + version
        + " "
        + headers.stream()
            .filter(line -> !line.startsWith("Authorization: Bearer ey"))
            .map(line -> shortened(line, 200))
            .toList()
        + (body.length == 0 ? "" : " " + coding + " " + shortened(text, 1500));
  }

  private static String shortened(String text, int length) {
    return text.length() <= length
        ? text
        : text.substring(0, length) + "… (" + text.length() + " characters)";
  }

  /** The same request with other headers. */
  FuzzRequest with(List<String> others) {
    return new FuzzRequest(method, target, version, others, body, coding);
  }
}
