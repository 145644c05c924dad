package org.alliedregistry.problem;

import io.vertx.core.http.HttpServerRequest;

/**
 * The part of a caller's path that a trusted proxy took away before it passed the request on
 * (X-Forwarded-Prefix). Every path that is told to the caller begins with it.
 */
public final class ForwardedPrefix {

  private ForwardedPrefix() {}

  /** As /registry; empty where there is none. */
  public static String of(HttpServerRequest request) {
    String path = request.path();
    String uri = request.uri();
    int query = uri.indexOf('?');
    String whole = query < 0 ? uri : uri.substring(0, query);
    boolean isLonger = whole.startsWith("/") && path != null && whole.endsWith(path);
    return isLonger ? whole.substring(0, whole.length() - path.length()) : "";
  }
}
