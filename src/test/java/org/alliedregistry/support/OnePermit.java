package org.alliedregistry.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.http.guard.PermitQueue;
import org.alliedregistry.security.Requester;

/** One permit to compute for each address, which others wait for as long as a test may take. */
public class OnePermit implements QuarkusTestProfile {

  private static final int LOOKS = 12_000;
  private static final long BETWEEN_LOOKS_NANOS = 10_000_000;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "registry.computations", "4",
        "registry.computations.wait", "60s",
        "quarkus.http.proxy.proxy-address-forwarding", "true",
        "quarkus.http.proxy.allow-x-forwarded", "true",
        "quarkus.datasource.jdbc.url", Store.fresh(getClass().getSimpleName()));
  }

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
