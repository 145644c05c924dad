package org.alliedregistry.api.coverage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.CoverageWorksheet;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.Audience;

/**
 * The workings of the questions asked lately: after a write, each is counted on from what it was
 * before. What an audience is told is counted on only from what the same audience was told.
 */
@ApplicationScoped
class CoverageCache {

  /** The part of the heap that all workings together may take. */
  private static final int HEAP_SHARE = 16;

  private static final Duration KEPT_UNUSED = Duration.ofMinutes(10);

  private record Asking(Audience audience, CoverageQuery query) {}

  private final Cache<Asking, CoverageWorksheet> recent =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
          .weigher((Asking asking, CoverageWorksheet worksheet) -> worksheet.weight())
          .expireAfterAccess(KEPT_UNUSED)
          .scheduler(Scheduler.systemScheduler())
          .build();

  /** The answer, without a trace. */
  Coverage answer(CoverageRequest asked, WorkLimit limit) {
    return worksheet(asked, limit).coverage();
  }

  /** The answer to another question, or on another input. It is not cached. */
  Coverage withHypothetical(
      CoverageRequest asked, CoverageQuery query, CoverageInput input, WorkLimit limit) {
    return asked.question().equals(query)
        ? worksheet(asked, limit).next(input, limit).coverage()
        : CoverageWorksheet.of(query, input, limit).coverage();
  }

  private CoverageWorksheet worksheet(CoverageRequest asked, WorkLimit limit) {
    Asking asking = new Asking(asked.audience(), asked.question());
    CoverageInput now = asked.registry().coverageInput();
    CoverageWorksheet before = asked.knownAt() == null ? recent.getIfPresent(asking) : null;
    CoverageWorksheet worksheet =
        before == null
            ? CoverageWorksheet.of(asked.question(), now, limit)
            : before.next(now, limit);
    if (asked.knownAt() == null) {
      recent.put(asking, worksheet);
    }
    return worksheet;
  }
}
