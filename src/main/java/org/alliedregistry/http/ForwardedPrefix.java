package org.alliedregistry.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The prefix of the path that a trusted proxy removed from the request (X-Forwarded-Prefix). Every
 * path in an answer begins with it.
 */
public final class ForwardedPrefix {

  public static final String HEADER = "X-Forwarded-Prefix";

  private static final int MAX_LENGTH = 200;

  /** Segments of a path that need no escape; none is "." or "..". */
  private static final Pattern PATH =
      Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]++)*+/?");

  private ForwardedPrefix() {}

  /** Whether a prefix is valid. A link that begins with two slashes would lead to another host. */
  public static boolean isPath(String prefix) {
    return prefix.length() <= MAX_LENGTH && PATH.matcher(prefix).matches();
  }

  /** The prefix, such as /registry; empty if there is none. */
  public static String of(HttpServerRequest request) {
    String uri = request.uri();
    int query = uri.indexOf('?');
    return before(request.path(), query < 0 ? uri : uri.substring(0, query));
  }

  /** The prefix of a request. */
  public static String of(UriInfo uri) {
    return before(uri.getPath(), uri.getRequestUri().getRawPath());
  }

  private static String before(@Nullable String path, @Nullable String whole) {
    if (path == null || whole == null || whole.length() <= path.length()) {
      return "";
    }
    if (!whole.startsWith("/") || !whole.endsWith(path)) {
      return "";
    }
    String prefix = whole.substring(0, whole.length() - path.length());
    return isPath(prefix) && !prefix.endsWith("/") ? prefix : "";
  }
}
