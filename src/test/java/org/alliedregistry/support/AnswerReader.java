package org.alliedregistry.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads answers of HTTP/1.1 as they come, byte for byte. */
public final class AnswerReader {

  private final InputStream in;

  public AnswerReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /**
   * The next line, without its end.
   *
   * @throws EOFException where the connection is closed before it ends
   */
  public String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection was closed");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** The lines up to the empty one. */
  public List<String> headers() throws IOException {
    List<String> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    return headers;
  }

  /** In chunks. */
  public byte[] chunks() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      whole.write(exactly(size));
      line();
    }
    line();
    return whole.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  /** As long as its header says; up to the end of the connection where it says nothing. */
  public byte[] body(Optional<String> length) throws IOException {
    return length.isPresent() ? exactly(Integer.parseInt(length.get())) : in.readAllBytes();
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer ended early");
    }
    return bytes;
  }
}
