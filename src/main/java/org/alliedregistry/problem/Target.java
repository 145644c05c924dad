package org.alliedregistry.problem;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What a request is for: a path, and perhaps a query. */
final class Target {

  /** The most characters. */
  static final int MOST = 8192;

  static final String TOO_LONG = "It has more than 8,192 characters.";

  private static final int ESCAPED = 2;
  private static final int HEX = 16;

  /** What needs no second look wherever it stands. */
  private static final BitSet PLAIN = new BitSet();

  static {
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?=&,:@!$'()*+;"
        .chars()
        .forEach(PLAIN::set);
  }

  private Target() {}

  /** What is wrong with it. */
  static @Nullable String fault(String target) {
    if (target.length() > MOST) {
      return TOO_LONG;
    }
    if (!target.startsWith("/")
        && !target.startsWith("http://")
        && !target.startsWith("https://")) {
      return "The address must begin with a slash.";
    }
    return target.chars().allMatch(PLAIN::get) ? null : closerLook(target);
  }

  private static @Nullable String closerLook(String target) {
    try {
      new URI(target);
    } catch (URISyntaxException e) {
      return "The address has what must be escaped, or % without two hexadecimal digits.";
    }
    if (!target.chars().allMatch(c -> c < 0x7f)) {
      return "The address has what is no ASCII; escape it as UTF-8.";
    }
    return escapes(target);
  }

  private static @Nullable String escapes(String target) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) == '%') {
        bytes.write(Integer.parseInt(target.substring(i + 1, i + 1 + ESCAPED), HEX));
        i += ESCAPED;
      } else {
        bytes.write(target.charAt(i));
      }
    }
    for (byte b : bytes.toByteArray()) {
      if (b == 0) {
        return "The address contains a NUL (%00).";
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return null;
    } catch (CharacterCodingException e) {
      return "What is escaped in the address is not UTF-8.";
    }
  }
}
