package org.alliedregistry.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/**
 * The part of a caller's path that a trusted proxy took away before it passed the request on
 * (X-Forwarded-Prefix). Every path that is told to the caller begins with it.
 */
public final class ForwardedPrefix {

  private ForwardedPrefix() {}

  /** As /registry; empty where there is none. */
  public static String of(HttpServerRequest request) {
    String uri = request.uri();
    int query = uri.indexOf('?');
    return before(request.path(), query < 0 ? uri : uri.substring(0, query));
  }

  /** The same, of what the framework makes of a request. */
  public static String of(UriInfo uri) {
    return before(uri.getPath(), uri.getRequestUri().getRawPath());
  }

  private static String before(@Nullable String path, @Nullable String whole) {
    if (path == null || whole == null || !whole.startsWith("/") || !whole.endsWith(path)) {
      return "";
    }
    String prefix = whole.substring(0, whole.length() - path.length());
    return prefix.endsWith("/") ? "" : prefix;
  }
}
