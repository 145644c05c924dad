package org.alliedregistry.http;

import jakarta.ws.rs.Priorities;

/** In what order a request goes through what looks at it: each step in the order of this list. */
public final class FilterOrder {

  // as it comes, before its operation is known: the highest number first

  /** It is given an id, which every answer has. */
  public static final int REQUEST_ID = 40_000;

  /** How long its answer may be kept is said, whoever gives the answer. */
  public static final int CACHE_HEADERS = 30_000;

  /** What comes of a body that nobody reads is thrown away, whoever answers. */
  public static final int UNREAD_BODY = 20_000;

  /** It is refused for its head. */
  public static final int REFUSED_HEAD = 10_000;

  /** Headers of a proxy that are ignored are said in the log. */
  public static final int FORWARDING_CHECK = 9_000;

  /** What has one format only is not asked for in another. */
  public static final int FIXED_FORMAT = 8_000;

  /** It is answered at once what is kept for everybody. */
  public static final int AT_ONCE = 6_000;

  /** It is refused where the service is stopping. */
  public static final int STOPPING = 4_000;

  /** Its id is set for what is logged of it; of what is answered before, nothing is. */
  public static final int REQUEST_ID_IN_LOG = 3_000;

  // once its operation is known, and who may call it: the lowest number first; filters that name
  // none (the token, parameters, preconditions) are at USER

  /** Its body is waited for; before a place to compute is taken, after who calls is known. */
  public static final int COLLECT_BODY = Priorities.USER + 500;

  /** Its body is decoded. */
  public static final int OPEN_BODY = COLLECT_BODY + 1;

  /** It is answered what is kept for its caller. */
  public static final int KEPT_ANSWER = Priorities.USER + 1_000;

  /** It waits for a place to compute, or for another's answer. */
  public static final int COMPUTATION = Priorities.USER + 1_100;

  // its answer: the highest number first; filters that name none are at USER

  /** Once its status is decided, what was free is given back. */
  public static final int RATE_LIMIT_ANSWER = Priorities.USER - 1_000;

  private FilterOrder() {}
}
