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
 * Caches the worksheets of recent questions. After a write the next answer reuses the subtotals of
 * the one before. An answer for an audience reuses only answers for the same audience.
 */
@ApplicationScoped
class CoverageCache {

  /** All cached worksheets together may take one part in this many of the heap. */
  private static final int HEAP_SHARE = 16;

  private static final Duration EXPIRE_AFTER = Duration.ofMinutes(10);

  private record Key(Audience audience, CoverageQuery query) {}

  private final Cache<Key, CoverageWorksheet> recent =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
          .weigher((Key asking, CoverageWorksheet worksheet) -> worksheet.weight())
          .expireAfterAccess(EXPIRE_AFTER)
          .scheduler(Scheduler.systemScheduler())
          .build();

  /** The answer without a trace. */
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
    Key asking = new Key(asked.context().audience(), asked.question());
    CoverageInput now = asked.registry().coverageInput();
    CoverageWorksheet before =
        asked.context().knownAt() == null ? recent.getIfPresent(asking) : null;
    CoverageWorksheet worksheet =
        before == null
            ? CoverageWorksheet.of(asked.question(), now, limit)
            : before.next(now, limit);
    if (asked.context().knownAt() == null) {
      recent.put(asking, worksheet);
    }
    return worksheet;
  }
}
