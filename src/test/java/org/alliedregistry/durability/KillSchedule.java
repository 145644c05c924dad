package org.alliedregistry.durability;

import java.time.Duration;
import java.util.Random;

/**
 * How often something is killed, and when: {@code -Dkills=100 -Dkills.seed=1}. A seed gives the
 * same moments, not the same interleaving.
 */
final class KillSchedule {

  private static final int SHORTEST_MS = 50;
  private static final int LONGEST_MS = 1500;

  private final long seed = Long.getLong("kills.seed", System.nanoTime());
  private final Random random = new Random(seed);

  int times() {
    return Integer.getInteger("kills", 3);
  }

  /** How long writes go on, after the first that is acknowledged, before the next kill. */
  Duration next() {
    return Duration.ofMillis(SHORTEST_MS + random.nextInt(LONGEST_MS - SHORTEST_MS));
  }

  @Override
  public String toString() {
    return times() + " kills, -Dkills.seed=" + seed;
  }
}
