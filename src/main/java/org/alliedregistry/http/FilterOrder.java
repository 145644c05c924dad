package org.alliedregistry.http;

import jakarta.ws.rs.Priorities;

/** The order of the filters. A request passes them in the order of this list. */
public final class FilterOrder {

  // filters before the operation is known: the highest number first

  /** Gives the request an id, which every answer has. */
  public static final int REQUEST_ID = 40_000;

  /** Sets Cache-Control, whichever filter or operation answers. */
  public static final int CACHE_HEADERS = 30_000;

  /** Discards a body that nothing reads. */
  public static final int UNREAD_BODY = 20_000;

  /** Refuses an invalid request head. */
  public static final int REFUSED_HEAD = 10_000;

  /** Logs that headers of a proxy are ignored. */
  public static final int FORWARDING_CHECK = 9_000;

  /** Removes Accept for resources that have one format only. */
  public static final int FIXED_FORMAT = 8_000;

  /** Sends a cached answer of the public. */
  public static final int CACHED_PUBLIC_ANSWER = 6_000;

  /** Refuses requests while the service is stopping. */
  public static final int STOPPING = 4_000;

  /** Sets the request id for the log. Requests that are answered before are not logged. */
  public static final int REQUEST_ID_IN_LOG = 3_000;

  // filters after the operation is known: the lowest number first; filters without a number (token,
  // parameters, preconditions) are at USER

  /** Waits for the body: after authentication, and before a permit to compute is taken. */
  public static final int COLLECT_BODY = Priorities.USER + 500;

  /** Decodes the body. */
  public static final int OPEN_BODY = COLLECT_BODY + 1;

  /** Sends a cached answer of the caller's audience. */
  public static final int CACHED_ANSWER = Priorities.USER + 1_000;

  /** Waits for a permit to compute, or for the answer that another request computes. */
  public static final int COMPUTATION = Priorities.USER + 1_100;

  // filters of the answer: the highest number first; filters without a number are at USER

  /** Refunds a request that does not count, once its status is known. */
  public static final int RATE_LIMIT_ANSWER = Priorities.USER - 1_000;

  private FilterOrder() {}
}
