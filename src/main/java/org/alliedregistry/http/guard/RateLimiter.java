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

/** What each caller has left: a bucket that holds the requests of a minute and fills evenly. */
@ApplicationScoped
public class RateLimiter {

  static final Duration WINDOW = Duration.ofMinutes(1);

  /** The part of the heap that all buckets together may take. */
  private static final int HEAP_SHARE = 32;

  /** What each bucket takes besides the name of its caller. */
  private static final int OVERHEAD = 800;

  /**
   * What one request took.
   *
   * @param left how many requests may follow at once
   * @param nextIn seconds until one more than these is allowed; 0 where nothing is missing
   */
  record RateLimitResult(boolean isAllowed, long left, long retryAfterSeconds) {}

  private final RequestsPerMinute rate;

  /** A caller who is forgotten has not asked for a minute, and so has a full bucket again. */
  private final LoadingCache<Requester, Bucket> buckets;

  /**
   * @param ticker nanoseconds that only go forward: a clock that is set would give requests, or
   *     take them
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
   * Takes one request out of what a caller has, and tells it what is left; where nothing is, takes
   * and tells nothing.
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

  /** The headers go to the answer itself: whatever becomes of the request, it has them. */
  void addHeaders(RateLimitResult taken, HttpServerResponse answer) {
    answer.putHeader(
        "RateLimit-Policy", "\"default\";q=" + rate.perMinute() + ";w=" + WINDOW.toSeconds());
    addRemaining(taken, answer);
  }

  private static void addRemaining(RateLimitResult taken, HttpServerResponse answer) {
    answer.putHeader(
        "RateLimit", "\"default\";r=" + taken.left() + ";t=" + taken.retryAfterSeconds());
  }

  /** Gives one request back, and tells anew what is left. */
  void refund(Requester who, HttpServerResponse answer) {
    Bucket bucket = buckets.get(who);
    bucket.addTokens(1);
    long left = bucket.getAvailableTokens();
    long next = Math.min(left + 1, rate.perMinute());
    long wait = bucket.estimateAbilityToConsume(next).getNanosToWaitForRefill();
    addRemaining(new RateLimitResult(true, left, seconds(wait)), answer);
  }

  /** The bucket fills evenly: all but one of those that are missing come after the first. */
  private long retryAfter(ConsumptionProbe probe) {
    long missing = rate.perMinute() - probe.getRemainingTokens();
    long others = (missing - 1) * WINDOW.toNanos() / rate.perMinute();
    return Math.max(0, probe.getNanosToWaitForReset() - others);
  }

  /** Rounded up: who waits so long has waited long enough. */
  private static long seconds(long nanos) {
    return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
  }

  /** Time as the buckets count it. */
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
