package org.alliedregistry.http.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.vertx.core.net.HostAndPort;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The target of a request: a path with an optional query.
 *
 * @param whole the parsed target if it names a host too (absolute form), else null
 * @param fault the error in the target; null if there is none
 */
record RequestTarget(@Nullable URI whole, @Nullable String fault) {

  /** The maximum number of characters. */
  static final int MAX_LENGTH = 8192;

  static final String TOO_LONG = "The address has more than 8,192 characters.";

  /** The host of a request that names none, as HTTP/1.0 may. */
  static final String ANY_HOST = "localhost";

  private static final List<String> SCHEMES = List.of("http://", "https://");

  private static final int ESCAPED = 2;
  private static final int HEX = 16;

  /** The characters that are valid at any place of a path or query. */
  private static final BitSet PLAIN = new BitSet();

  static {
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?=&,:@!$'()*+;"
        .chars()
        .forEach(PLAIN::set);
  }

  private static final RequestTarget PATH = new RequestTarget(null, null);

  private static final URI NONE = URI.create("");

  static RequestTarget of(String target) {
    if (target.length() > MAX_LENGTH) {
      return new RequestTarget(null, TOO_LONG);
    }
    if (target.startsWith("/")) {
      return isPlain(target) ? PATH : new RequestTarget(null, fault(target, parsed(target)));
    }
    if (!isWhole(target)) {
      return new RequestTarget(null, "The address must begin with a slash.");
    }
    URI whole = parsed(target);
    String wrong = fault(target, whole);
    return new RequestTarget(whole, wrong == null ? hostFault(whole.getRawAuthority()) : wrong);
  }

  /** The parsed target; empty if it cannot be parsed. */
  private static URI parsed(String target) {
    try {
      return new URI(target);
    } catch (URISyntaxException e) {
      return NONE;
    }
  }

  private static boolean isPlain(String target) {
    for (int i = 0; i < target.length(); i++) {
      if (!PLAIN.get(target.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the target is in absolute form, as for a proxy (RFC 9112, 3.2.2). */
  private static boolean isWhole(String target) {
    return !target.startsWith("/")
        && SCHEMES.stream()
            .anyMatch(scheme -> target.regionMatches(true, 0, scheme, 0, scheme.length()));
  }

  private static @Nullable String hostFault(@Nullable String authority) {
    if (authority == null
        || authority.startsWith(":")
        || HostAndPort.parseAuthority(authority, -1) == null) {
      return "The address has no valid host. Begin it with a slash.";
    }
    return null;
  }

  /** Replaces a target in absolute form by its path and query, and sets Host. */
  void shorten(HttpRequest head) {
    if (whole != null) {
      String path = whole.getRawPath().isEmpty() ? "/" : whole.getRawPath();
      head.headers().set(HttpHeaderNames.HOST, whole.getRawAuthority());
      head.setUri(whole.getRawQuery() == null ? path : path + "?" + whole.getRawQuery());
    }
    if (head.headers().get(HttpHeaderNames.HOST, "").isEmpty()) {
      head.headers().set(HttpHeaderNames.HOST, ANY_HOST);
    }
  }

  private static @Nullable String fault(String target, URI parsed) {
    if (parsed == NONE) {
      return "The address has a character that must be escaped, or a % without two"
          + " hexadecimal digits.";
    }
    if (parsed.getRawFragment() != null) {
      return "The address has a fragment. Escape # as %23, or remove the fragment.";
    }
    if (!target.chars().allMatch(c -> c < 0x7f)) {
      return "The address has a character that is not ASCII. Escape it as UTF-8.";
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
      return "The escaped bytes in the address are not UTF-8.";
    }
  }
}
