package org.alliedregistry.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.http.guard.PermitQueue;
import org.alliedregistry.security.Requester;

/** The one permit that each address has under {@link LimitedResources} and {@link TightBounds}. */
public final class OnePermit {

  private static final int LOOKS = 12_000;
  private static final long BETWEEN_LOOKS_NANOS = 10_000_000;

  private OnePermit() {}

  /** Who calls from an address. */
  public static Requester at(String address) {
    return new Requester("address " + address, false);
  }

  /** The one permit of an address. */
  public static Permit take(PermitQueue permits, String address) {
    return permits.acquire(at(address), Duration.ofSeconds(10)).join();
  }

  /** A permit is given back when the work has ended, a moment after its answer is there. */
  public static void awaitNothingComputed(PermitQueue permits) {
    await(() -> permits.computing() == 0 && permits.waiting() == 0);
  }

  public static void await(BooleanSupplier condition) {
    for (int i = 0; i < LOOKS && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
