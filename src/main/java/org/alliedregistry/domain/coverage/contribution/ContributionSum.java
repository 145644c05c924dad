package org.alliedregistry.domain.coverage.contribution;

import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/** The sum of contributions, counted and on stated numbers, updated when one of them changes. */
public final class ContributionSum {

  private final IncrementalSum counted = new IncrementalSum();
  private final IncrementalSum stated = new IncrementalSum();

  /**
   * Sets the contribution of a pledge.
   *
   * @param group the id of its group ({@link IncrementalSum#groupOf})
   * @param contribution null = it is not counted
   */
  public void put(String group, String pledge, @Nullable Contribution contribution) {
    counted.put(group, pledge, contribution == null ? null : contribution.counted());
    stated.put(group, pledge, contribution == null ? null : contribution.stated());
  }

  /** The count of one group. */
  public Interval counted(String group) {
    return counted.counted(group);
  }

  public CountedAndStated total() {
    return new CountedAndStated(counted.total(), stated.total());
  }
}
