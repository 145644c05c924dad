package org.alliedregistry.http.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.alliedregistry.security.Requester;

/** Counts the requests of each caller in a bucket. It holds those of a minute, and fills evenly. */
@ApplicationScoped
public class RateLimiter {

  static final Duration WINDOW = Duration.ofMinutes(1);

  /** All buckets together may take one part in this many of the heap. */
  private static final int HEAP_SHARE = 32;

  /** The memory of a bucket in bytes, besides the name of its caller. */
  private static final int OVERHEAD = 800;

  /**
   * The result of one request.
   *
   * @param left how many requests may follow at once
   * @param retryAfterSeconds seconds until one more is allowed; 0 if the bucket is full
   */
  record RateLimitResult(boolean isAllowed, long left, long retryAfterSeconds) {}

  private final RequestsPerMinute rate;

  /** A bucket is removed after a minute without requests; it would be full then. */
  private final LoadingCache<Requester, Bucket> buckets;

  /**
   * @param ticker monotonic nanoseconds: setting a clock would add or remove requests
   */
  RateLimiter(RateLimitConfig config, Ticker ticker) {
    TimeMeter time = new TickerTimeMeter(ticker);
    this.rate = config.requestsPerMinute().orElse(RequestsPerMinute.UNLIMITED);
    int max = rate.perMinute();
    this.buckets =
        Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
            .weigher((Requester who, Bucket bucket) -> OVERHEAD + who.name().length())
            .expireAfterAccess(WINDOW)
            .ticker(ticker)
            .build(
                caller ->
                    Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(max).refillGreedy(max, WINDOW))
                        .build());
  }

  /** Whether requests are not counted. */
  public boolean isUnlimited() {
    return rate.isUnlimited();
  }

  int perMinute() {
    return rate.perMinute();
  }

  /**
   * Counts a request if the caller has one left, and adds the headers. Otherwise it changes
   * nothing.
   */
  public boolean admits(Requester who, HttpServerResponse answer) {
    RateLimitResult taken = consume(who);
    if (taken.isAllowed()) {
      addHeaders(taken, answer);
    }
    return taken.isAllowed();
  }

  RateLimitResult consume(Requester who) {
    ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
    return new RateLimitResult(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        seconds(probe.isConsumed() ? retryAfter(probe) : probe.getNanosToWaitForRefill()));
  }

  /** Adds the headers to the answer, which keeps them whatever its status is. */
  void addHeaders(RateLimitResult taken, HttpServerResponse answer) {
    answer.putHeader(
        "RateLimit-Policy", "\"default\";q=" + rate.perMinute() + ";w=" + WINDOW.toSeconds());
    addRemaining(taken, answer);
  }

  private static void addRemaining(RateLimitResult taken, HttpServerResponse answer) {
    answer.putHeader(
        "RateLimit", "\"default\";r=" + taken.left() + ";t=" + taken.retryAfterSeconds());
  }

  /** Gives one request back, and updates the headers. */
  void refund(Requester who, HttpServerResponse answer) {
    Bucket bucket = buckets.get(who);
    bucket.addTokens(1);
    long left = bucket.getAvailableTokens();
    long next = Math.min(left + 1, rate.perMinute());
    long wait = bucket.estimateAbilityToConsume(next).getNanosToWaitForRefill();
    addRemaining(new RateLimitResult(true, left, seconds(wait)), answer);
  }

  /** Seconds until the bucket has one more request. */
  private long retryAfter(ConsumptionProbe probe) {
    long missing = rate.perMinute() - probe.getRemainingTokens();
    long others = (missing - 1) * WINDOW.toNanos() / rate.perMinute();
    return Math.max(0, probe.getNanosToWaitForReset() - others);
  }

  /** Rounds up, so that a caller that waits this long is admitted. */
  private static long seconds(long nanos) {
    return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
  }

  /** The time of the buckets. */
  private record TickerTimeMeter(Ticker ticker) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return ticker.read();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
