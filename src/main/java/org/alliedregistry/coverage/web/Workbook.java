package org.alliedregistry.coverage.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.alliedregistry.coverage.Coverage;
import org.alliedregistry.coverage.CoverageQuery;
import org.alliedregistry.coverage.Landscape;
import org.alliedregistry.coverage.WorkLimit;
import org.alliedregistry.coverage.Workings;
import org.alliedregistry.reference.Audience;

/**
 * The workings of the questions asked lately: after a write, each is counted on from what it was
 * before. What an audience is told is counted on only from what the same audience was told.
 */
@ApplicationScoped
class Workbook {

  /** The part of the heap that all workings together may take. */
  private static final int HEAP_SHARE = 16;

  private static final Duration KEPT_UNUSED = Duration.ofMinutes(10);

  private record Asking(Audience audience, CoverageQuery query) {}

  private final Cache<Asking, Workings> lately =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
          .weigher((Asking asking, Workings workings) -> workings.weight())
          .expireAfterAccess(KEPT_UNUSED)
          .scheduler(Scheduler.systemScheduler())
          .build();

  /** The answer, without a trace. */
  Coverage answer(Asked asked, WorkLimit limit) {
    return workings(asked, limit).coverage();
  }

  /** The answer to another question, or on another landscape; it is not kept. */
  Coverage supposing(Asked asked, CoverageQuery query, Landscape supposed, WorkLimit limit) {
    return asked.question().equals(query)
        ? workings(asked, limit).next(supposed, limit).coverage()
        : Workings.of(query, supposed, limit).coverage();
  }

  private Workings workings(Asked asked, WorkLimit limit) {
    Asking asking = new Asking(asked.audience(), asked.question());
    Landscape now = asked.registry().landscape();
    Workings before = asked.knownAt() == null ? lately.getIfPresent(asking) : null;
    Workings workings =
        before == null ? Workings.of(asked.question(), now, limit) : before.next(now, limit);
    if (asked.knownAt() == null) {
      lately.put(asking, workings);
    }
    return workings;
  }
}
