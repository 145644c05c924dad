package org.alliedregistry.domain.coverage.contribution;

import java.time.LocalDate;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Assumptions;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param rung the lowest rung that counts
 * @param availableOn who is there that day; null = a promise counts from the day it is said
 * @param within the most days to being in place; null = however long it takes
 * @param rotation one in so many is in place, so as many are needed for each that is to be
 *     sustained; null = nothing is rotated
 */
public record CoverageQuery(
    Baseline baseline,
    AsOf view,
    Rung rung,
    Assumptions assumptions,
    @Nullable LocalDate availableOn,
    @Nullable Integer within,
    AllyFilter allies,
    @Nullable Rotation rotation) {

  /** The same question with nothing rotated. */
  public CoverageQuery(
      Baseline baseline,
      AsOf view,
      Rung rung,
      Assumptions assumptions,
      @Nullable LocalDate availableOn,
      @Nullable Integer within,
      AllyFilter allies) {
    this(baseline, view, rung, assumptions, availableOn, within, allies, null);
  }

  /** The day that an end date is held against. */
  public LocalDate day() {
    return availableOn == null ? view.validAt() : availableOn;
  }

  /** What is counted of an amount: with a rotation, what it sustains. */
  public Interval afterRotation(Interval amount) {
    return rotation == null ? amount : rotation.sustainedBy(amount);
  }

  public CoverageQuery availableOn(@Nullable LocalDate other) {
    return new CoverageQuery(baseline, view, rung, assumptions, other, within, allies, rotation);
  }

  public CoverageQuery withAllies(AllyFilter others) {
    return new CoverageQuery(
        baseline, view, rung, assumptions, availableOn, within, others, rotation);
  }

  public CoverageQuery withAssumptions(Assumptions others) {
    return new CoverageQuery(baseline, view, rung, others, availableOn, within, allies, rotation);
  }

  /** The same question from another day's view. */
  public CoverageQuery validAt(LocalDate other) {
    AsOf from = new AsOf(other, view.evidence());
    return new CoverageQuery(
        baseline, from, rung, assumptions, availableOn, within, allies, rotation);
  }

  public CoverageQuery withBaseline(Baseline other) {
    return new CoverageQuery(other, view, rung, assumptions, availableOn, within, allies, rotation);
  }
}
