package org.alliedregistry.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** What each caller has left: a bucket that holds the requests of a minute and fills evenly. */
@ApplicationScoped
public class Allowances {

  static final Duration WINDOW = Duration.ofMinutes(1);

  /** The part of the heap that all buckets together may take. */
  private static final int HEAP_SHARE = 32;

  /** What each bucket takes besides the name of its caller. */
  private static final int OVERHEAD = 800;

  /**
   * What one request took.
   *
   * @param left how many requests may follow at once
   * @param fullIn seconds until nothing is missing
   * @param nextIn seconds until one request is allowed; 0 where this one was
   */
  record Taken(boolean isAllowed, long left, long fullIn, long nextIn) {}

  private final Rate rate;

  /** A caller who is forgotten has not asked for a minute, and so has a full bucket again. */
  private final LoadingCache<Requester, Bucket> buckets;

  Allowances(RateConfig config, Clock clock) {
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
    return taken(buckets.get(who).tryConsumeAndReturnRemaining(1));
  }

  /** The headers go to the answer itself: whatever becomes of the request, it has them. */
  void tell(Taken taken, HttpServerResponse answer) {
    answer.putHeader(
        "RateLimit-Policy", "\"default\";q=" + rate.perMinute() + ";w=" + WINDOW.toSeconds());
    answer.putHeader("RateLimit", "\"default\";r=" + taken.left() + ";t=" + taken.fullIn());
  }

  /** Gives one request back, and tells anew what is left. */
  void giveBack(Requester who, HttpServerResponse answer) {
    Bucket bucket = buckets.get(who);
    bucket.addTokens(1);
    EstimationProbe left = bucket.estimateAbilityToConsume(rate.perMinute());
    answer.putHeader(
        "RateLimit",
        "\"default\";r="
            + left.getRemainingTokens()
            + ";t="
            + seconds(left.getNanosToWaitForRefill()));
  }

  private static Taken taken(ConsumptionProbe probe) {
    return new Taken(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        seconds(probe.getNanosToWaitForReset()),
        seconds(probe.getNanosToWaitForRefill()));
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
