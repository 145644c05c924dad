package org.alliedregistry.domain.coverage.contribution;

import java.math.BigDecimal;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What a pledge brings into its row.
 *
 * @param ownHigh its high by its own word: where the high is only the whole's, that of the nearest
 *     rung above that is not; null = unbounded
 * @param lent whether its high is only the whole's, in which it lies
 */
public record ContributionAmounts(Interval range, @Nullable BigDecimal ownHigh, boolean lent) {

  static final ContributionAmounts NOTHING =
      new ContributionAmounts(Interval.ZERO, BigDecimal.ZERO, false);
}
