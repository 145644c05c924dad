package org.alliedregistry.domain.coverage.contribution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.pledge.AmountIssue;
import org.alliedregistry.domain.pledge.AmountsByRung;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.SourcedInterval;
import org.alliedregistry.domain.pledge.Terms;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.ConditionStates;
import org.alliedregistry.domain.reference.PlaceOfEmployment;

/**
 * The rules for the contribution of a pledge to one requirement, in the published order
 * (docs/arithmetic.md, 3). Each {@link Reason} is given in exactly one place here.
 *
 * @param day the day that end dates are compared with; its calendar year is the one that a
 *     requirement per year is counted in
 * @param asOf the day that the age of a promise is measured on
 * @param limit the limit of the work of the question
 */
public record ContributionRules(
    CoverageQuery query,
    Requirement requirement,
    ConditionStates conditions,
    LocalDate day,
    LocalDate asOf,
    WorkLimit limit) {

  public ContributionRules(
      CoverageQuery query, Requirement requirement, ConditionStates conditions, WorkLimit limit) {
    this(query, requirement, conditions, query.day(), query.view().validAt(), limit);
  }

  /** Counts what is available on another day. */
  public ContributionRules availableOn(LocalDate other) {
    return new ContributionRules(
        query.availableOn(other), requirement, conditions, other, asOf, limit);
  }

  /** Compares end dates with another day. */
  public ContributionRules endingBy(LocalDate other) {
    return new ContributionRules(query, requirement, conditions, other, asOf, limit);
  }

  /** Measures the age of promises on another day. */
  public ContributionRules agedOn(LocalDate other) {
    return new ContributionRules(query, requirement, conditions, day, other, limit);
  }

  public ContributionRules under(ConditionStates others) {
    return new ContributionRules(query, requirement, others, day, asOf, limit);
  }

  public ContributionRules withAllies(AllySelection allies) {
    return new ContributionRules(
        query.withAllies(allies), requirement, conditions, day, asOf, limit);
  }

  /** Whether the question is about the pledge, and there is a statement on it by the day. */
  public boolean asksAbout(PledgeState state) {
    return state.isSpokenOf() && query.allies().asksAbout(state.pledge());
  }

  public Assessment assess(PledgeState state, AmountsByRung amounts, Rung rung) {
    limit.spend(1);
    List<Reason> reasons = new ArrayList<>();
    if (ends(state, amounts, rung, reasons)) {
      return Assessment.nothing(reasons);
    }
    SourcedInterval inPlace = amounts.at(Rung.IN_PLACE).orElse(SourcedInterval.NOTHING);
    SourcedInterval figure =
        reasons.contains(Reason.EXPIRED)
            ? inPlace
            : amounts.at(rung).orElse(SourcedInterval.NOTHING);
    SortedSet<String> open = new TreeSet<>();
    BigDecimal promisedLow = figure.range().low();
    if (!figure.range().equals(inPlace.range())) {
      open.addAll(conditionsIn(State.OPEN, state));
      reasons.addAll(blocking(state, amounts));
      if (reasons.isEmpty()) {
        reasons.addAll(reservations(state, amounts));
        figure = reasons.isEmpty() ? figure : figure.withLowOf(inPlace);
      } else {
        figure = inPlace;
        promisedLow = inPlace.range().low();
      }
    }
    List<Reason> unknowns = unknowns(state);
    reasons.addAll(unknowns);
    figure = unknowns.isEmpty() ? figure : figure.withLowOf(SourcedInterval.NOTHING);
    reasons.addAll(qualifiers(figure, state.terms()));
    if (reasons.isEmpty()) {
      reasons.add(Reason.COUNTED);
    }
    reasons.sort(Comparator.naturalOrder());
    return new Assessment(
        false, figure.range(), promisedLow, figure.boundedByWhole(), List.copyOf(reasons), open);
  }

  /**
   * Applies the rules after which nothing counts. The reason EXPIRED alone does not end aid and
   * sales: what was handed over still counts.
   *
   * @param reasons the reasons are added
   * @return whether nothing counts
   */
  private boolean ends(PledgeState state, AmountsByRung amounts, Rung rung, List<Reason> reasons) {
    Optional<Reason> outside = outside(state, amounts, rung);
    if (outside.isPresent()) {
      reasons.add(outside.get());
      return true;
    }
    if (!amounts.dependsOnPeriod() && state.isExpiredOn(day)) {
      reasons.add(Reason.EXPIRED);
      if (!state.pledge().purpose().isHandedOver()) {
        return true;
      }
    }
    Optional<Reason> refused = refused(state.terms());
    refused.ifPresent(reasons::add);
    return refused.isPresent();
  }

  /** The reason why a pledge is not one for the question; empty if it is. */
  private Optional<Reason> outside(PledgeState state, AmountsByRung amounts, Rung rung) {
    if (!requirement.accepts(state.pledge().purpose())) {
      return Optional.of(Reason.WRONG_PURPOSE);
    }
    if (!state.hasApplicableStatements()) {
      return Optional.of(Reason.WEAK_EVIDENCE);
    }
    if (amounts.isOutsidePeriod()) {
      return Optional.of(Reason.OUTSIDE_PERIOD);
    }
    return amounts.reaches(rung)
        ? Optional.empty()
        : Optional.of(Reason.notReached(state.terms().positionOrNull()));
  }

  /** The reason why the requirement or the question refuses the terms; empty if neither does. */
  private Optional<Reason> refused(Terms terms) {
    if (terms.caveats().codes().keySet().stream().anyMatch(this::refusesCaveat)) {
      return Optional.of(Reason.CAVEAT_REFUSED);
    }
    PlaceOfEmployment place = terms.place().value();
    return place != null && !requirement.accepts(place)
        ? Optional.of(Reason.WRONG_PLACE)
        : Optional.empty();
  }

  private boolean refusesCaveat(String code) {
    return requirement.refuses().contains(code) || query.refuse().contains(code);
  }

  /** The reasons for which only the amount in place counts. */
  private List<Reason> blocking(PledgeState state, AmountsByRung amounts) {
    Terms terms = state.terms();
    List<Reason> blocking = new ArrayList<>();
    if (!conditionsIn(State.FAILED, state).isEmpty()) {
      blocking.add(Reason.CONDITION_FAILED);
    }
    LocalDate from = terms.availableFrom().value();
    if (isAskedWhen(amounts) && from != null && from.isAfter(day)) {
      blocking.add(Reason.NOT_YET_AVAILABLE);
    }
    Integer days = terms.daysToInPlace().value();
    if (query.withinDays() != null && days != null && days > query.withinDays()) {
      blocking.add(Reason.TOO_SLOW);
    }
    return blocking;
  }

  /** Whether the first day matters: a day is asked about, and no period decides the amount. */
  private boolean isAskedWhen(AmountsByRung amounts) {
    return query.availableOn() != null && !amounts.dependsOnPeriod();
  }

  /** The reasons for which only the amount in place is certain, and the rest possible. */
  private List<Reason> reservations(PledgeState state, AmountsByRung amounts) {
    Terms terms = state.terms();
    List<Reason> reservations = new ArrayList<>();
    if (!conditionsIn(State.OPEN, state).isEmpty()) {
      reservations.add(Reason.CONDITION_OPEN);
    }
    if (isAskedWhen(amounts) && terms.availableFrom().value() == null) {
      reservations.add(Reason.AVAILABILITY_UNKNOWN);
    }
    if (query.withinDays() != null && terms.daysToInPlace().value() == null) {
      reservations.add(Reason.DAYS_UNKNOWN);
    }
    if (query.freshness() != null && state.isOlderThan(query.freshness(), asOf)) {
      reservations.add(Reason.STALE);
    }
    return reservations;
  }

  /** The reasons for which nothing is certain. */
  private List<Reason> unknowns(PledgeState state) {
    List<Reason> unknowns = new ArrayList<>();
    if (!requirement.places().isEmpty() && state.terms().place().value() == null) {
      unknowns.add(Reason.PLACE_UNKNOWN);
    }
    if (query.allies().isShareUnknown(state.pledge())) {
      unknowns.add(Reason.SHARES_UNKNOWN);
    }
    return unknowns;
  }

  /** The reasons that are about the number itself; they do not change it. */
  private static List<Reason> qualifiers(SourcedInterval figure, Terms terms) {
    List<Reason> qualifiers = new ArrayList<>();
    if (figure.isPeriodUnknown()) {
      qualifiers.add(Reason.PERIOD_UNKNOWN);
    }
    if (figure.issue() == AmountIssue.UNQUANTIFIED) {
      qualifiers.add(Reason.UNQUANTIFIED);
    }
    if (figure.issue() == AmountIssue.NO_PLANNING_FACTOR) {
      qualifiers.add(Reason.NO_PLANNING_FACTOR);
    }
    if (figure.restsOnWeakerThan(terms.evidence())) {
      qualifiers.add(Reason.WEAKER_AMOUNT);
    }
    return qualifiers;
  }

  private List<String> conditionsIn(State state, PledgeState pledge) {
    return pledge.terms().conditions().codes().keySet().stream()
        .filter(code -> conditions.state(code, pledge.pledge().allies()) == state)
        .toList();
  }
}
