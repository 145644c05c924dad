package org.alliedregistry.http.guard;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.alliedregistry.security.Requester;

/**
 * The memory budget of all request bodies. Half of it is reserved for callers with a valid token,
 * so that the public cannot use it up. One caller holds at most a quarter of it.
 */
@ApplicationScoped
@Startup // its meter is there before the first body
class BodyBudget {

  private static final int SHARE_OF_HEAP = 4;
  private static final int CALLERS = 4;
  private static final int PARTS = 2;

  private final long all;
  private final Map<Requester, Long> byHolder = new HashMap<>();
  private long heldWithToken;
  private long heldWithout;

  @Inject
  BodyBudget(BodyMemoryConfig config, MeterRegistry meters) {
    this(
        config
            .bodyMemory()
            .map(MemorySize::asLongValue)
            .orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    Gauge.builder("registry.bodies.held", this, BodyBudget::held)
        .description("Memory that is reserved for the bodies of requests.")
        .baseUnit("bytes")
        .register(meters);
  }

  BodyBudget(long all) {
    this.all = all;
  }

  /** Reserves memory; false if the caller, or all callers without a token, would hold too much. */
  synchronized boolean take(Requester holder, long bytes) {
    long own = byHolder.getOrDefault(holder, 0L) + bytes;
    long ofKind = (holder.hasToken() ? heldWithToken : heldWithout) + bytes;
    if (own > all / CALLERS || ofKind > all / PARTS) {
      return false;
    }
    byHolder.put(holder, own);
    count(holder, bytes);
    return true;
  }

  synchronized void giveBack(Requester holder, long bytes) {
    byHolder.computeIfPresent(holder, (who, held) -> held > bytes ? held - bytes : null);
    count(holder, -bytes);
  }

  private void count(Requester holder, long bytes) {
    if (holder.hasToken()) {
      heldWithToken += bytes;
    } else {
      heldWithout += bytes;
    }
  }

  synchronized long held() {
    return heldWithToken + heldWithout;
  }
}
