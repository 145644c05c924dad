package org.alliedregistry.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** What each caller has left: a bucket that holds the requests of a minute and fills evenly. */
@ApplicationScoped
class Allowances {

  static final Duration WINDOW = Duration.ofMinutes(1);

  private static final long MOST_CALLERS = 100_000;

  /**
   * What one request took.
   *
   * @param left how many requests may follow at once
   * @param fullIn seconds until nothing is missing
   * @param nextIn seconds until one request is allowed; 0 where this one was
   */
  record Taken(boolean isAllowed, long left, long fullIn, long nextIn) {}

  /** A caller who is forgotten has not asked for a minute, and so has a full bucket again. */
  private final LoadingCache<String, Bucket> buckets;

  Allowances(RateConfig config, Clock clock) {
    TimeMeter time = new ByTheClock(clock);
    int most = config.rateLimit().perMinute();
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(WINDOW)
            .ticker(time::currentTimeNanos)
            .build(
                caller ->
                    Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                        .build());
  }

  /** Takes one request out of what a caller has. */
  Taken take(String caller) {
    ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
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
