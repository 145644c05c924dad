package org.alliedregistry.domain.coverage.contribution;

import java.time.LocalDate;
import java.util.Set;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Assumptions;
import org.jspecify.annotations.Nullable;

/**
 * A question about coverage.
 *
 * @param rung the lowest rung that counts
 * @param availableOn count what is available on that day; null = a promise counts from the day it
 *     is made
 * @param withinDays the maximum of days to being in place; null = no maximum
 * @param refuse codes of caveats; a pledge with one of them counts nothing
 * @param rotation null = no rotation
 * @param ratesOn the day whose exchange rates value everything; null = the day on which each amount
 *     was said
 * @param freshness a promise whose last statement is more than this number of days before the day
 *     of the question is only possible; null = no promise is too old
 */
public record CoverageQuery(
    Baseline baseline,
    AsOf view,
    Rung rung,
    Assumptions assumptions,
    @Nullable LocalDate availableOn,
    @Nullable Integer withinDays,
    AllySelection allies,
    Set<String> refuse,
    @Nullable Rotation rotation,
    @Nullable LocalDate ratesOn,
    @Nullable Integer freshness) {

  public CoverageQuery {
    refuse = Set.copyOf(refuse);
  }

  /**
   * A question that refuses no caveat, has no rotation, values each amount on its own day and takes
   * promises of any age.
   */
  public CoverageQuery(
      Baseline baseline,
      AsOf view,
      Rung rung,
      Assumptions assumptions,
      @Nullable LocalDate availableOn,
      @Nullable Integer withinDays,
      AllySelection allies) {
    this(
        baseline,
        view,
        rung,
        assumptions,
        availableOn,
        withinDays,
        allies,
        Set.of(),
        null,
        null,
        null);
  }

  /** The day that end dates are compared with. */
  public LocalDate day() {
    return availableOn == null ? view.validAt() : availableOn;
  }

  /**
   * The unit that a requirement is counted in.
   *
   * @param day its calendar year is the one that a requirement per year is counted in
   */
  public UnitOfAccount accountOf(Requirement requirement, CoverageInput input, LocalDate day) {
    return input.accountOf(requirement, baseline, ratesOn, day);
  }

  /** The amount that counts: with a rotation, the amount that a pool sustains. */
  public Interval afterRotation(Interval amount) {
    return rotation == null ? amount : rotation.sustainedBy(amount);
  }

  public CoverageQuery availableOn(@Nullable LocalDate other) {
    return new CoverageQuery(
        baseline,
        view,
        rung,
        assumptions,
        other,
        withinDays,
        allies,
        refuse,
        rotation,
        ratesOn,
        freshness);
  }

  public CoverageQuery withAllies(AllySelection others) {
    return new CoverageQuery(
        baseline,
        view,
        rung,
        assumptions,
        availableOn,
        withinDays,
        others,
        refuse,
        rotation,
        ratesOn,
        freshness);
  }

  public CoverageQuery withAssumptions(Assumptions others) {
    return new CoverageQuery(
        baseline,
        view,
        rung,
        others,
        availableOn,
        withinDays,
        allies,
        refuse,
        rotation,
        ratesOn,
        freshness);
  }

  /** Asks as of another day. */
  public CoverageQuery validAt(LocalDate other) {
    AsOf from = new AsOf(other, view.evidence());
    return new CoverageQuery(
        baseline,
        from,
        rung,
        assumptions,
        availableOn,
        withinDays,
        allies,
        refuse,
        rotation,
        ratesOn,
        freshness);
  }

  public CoverageQuery withBaseline(Baseline other) {
    return new CoverageQuery(
        other,
        view,
        rung,
        assumptions,
        availableOn,
        withinDays,
        allies,
        refuse,
        rotation,
        ratesOn,
        freshness);
  }

  /** Takes promises up to some days old as certain; null = of any age. */
  public CoverageQuery withFreshness(@Nullable Integer days) {
    return new CoverageQuery(
        baseline,
        view,
        rung,
        assumptions,
        availableOn,
        withinDays,
        allies,
        refuse,
        rotation,
        ratesOn,
        days);
  }
}
