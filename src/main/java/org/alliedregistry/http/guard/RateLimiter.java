package org.alliedregistry.http.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
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
  record Taken(boolean isAllowed, long left, long nextIn) {}

  private final RequestsPerMinute rate;

  /** A caller who is forgotten has not asked for a minute, and so has a full bucket again. */
  private final LoadingCache<Requester, Bucket> buckets;

  RateLimiter(RateLimitConfig config, Clock clock) {
    TimeMeter time = new ByTheClock(clock);
    this.rate = config.rateLimit();
    int most = rate.perMinute();
    this.buckets =
        Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
            .weigher((Requester who, Bucket bucket) -> OVERHEAD + who.name().length())
            .expireAfterAccess(WINDOW)
            .ticker(time::currentTimeNanos)
            .build(
                caller ->
                    Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
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
    Taken taken = take(who);
    if (taken.isAllowed()) {
      tell(taken, answer);
    }
    return taken.isAllowed();
  }

  Taken take(Requester who) {
    ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
    return new Taken(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        seconds(probe.isConsumed() ? untilOneMore(probe) : probe.getNanosToWaitForRefill()));
  }

  /** The headers go to the answer itself: whatever becomes of the request, it has them. */
  void tell(Taken taken, HttpServerResponse answer) {
    answer.putHeader(
        "RateLimit-Policy", "\"default\";q=" + rate.perMinute() + ";w=" + WINDOW.toSeconds());
    tellLeft(taken, answer);
  }

  private static void tellLeft(Taken taken, HttpServerResponse answer) {
    answer.putHeader("RateLimit", "\"default\";r=" + taken.left() + ";t=" + taken.nextIn());
  }

  /** Gives one request back, and tells anew what is left. */
  void giveBack(Requester who, HttpServerResponse answer) {
    Bucket bucket = buckets.get(who);
    bucket.addTokens(1);
    long left = bucket.getAvailableTokens();
    long next = Math.min(left + 1, rate.perMinute());
    long wait = bucket.estimateAbilityToConsume(next).getNanosToWaitForRefill();
    tellLeft(new Taken(true, left, seconds(wait)), answer);
  }

  /** The bucket fills evenly: all but one of those that are missing come after the first. */
  private long untilOneMore(ConsumptionProbe probe) {
    long missing = rate.perMinute() - probe.getRemainingTokens();
    long others = (missing - 1) * WINDOW.toNanos() / rate.perMinute();
    return Math.max(0, probe.getNanosToWaitForReset() - others);
  }

  /** Rounded up: who waits so long has waited long enough. */
  private static long seconds(long nanos) {
    return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
  }

  /** Time as the buckets count it. */
  private record ByTheClock(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
