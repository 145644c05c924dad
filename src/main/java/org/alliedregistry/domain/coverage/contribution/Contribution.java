package org.alliedregistry.domain.coverage.contribution;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.AmountsByRung;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.Shares;
import org.alliedregistry.domain.pledge.UnconvertedAmount;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The contribution of one pledge to one requirement at one rung.
 *
 * @param counted the certain and the possible amount
 * @param stated the amounts with an unbounded high closed to what the stated numbers give
 * @param unconverted the stated amount, if it does not convert to the unit of account and no rule
 *     ended the count
 */
public record Contribution(
    PledgeState state,
    Assessment assessment,
    ContributionAmounts counted,
    ContributionAmounts stated,
    @Nullable UnconvertedAmount unconverted) {

  public static Contribution of(PledgeState state, ContributionRules rules, Rung rung) {
    Assessment assessment = rules.assess(state, state.amounts(), rung);
    ContributionAmounts counted = amounts(assessment, state, state.amounts(), rules, rung);
    UnconvertedAmount unconverted = unconverted(assessment, state, rules, rung);
    if (counted.range().isBounded()) {
      return new Contribution(state, assessment, counted, counted, unconverted);
    }
    AmountsByRung closed = state.amounts().onStatedNumbers();
    Interval onStated =
        assessment.range().withHigh(rules.assess(state, closed, rung).range().high());
    Interval kept = keep(onStated, state.pledge(), rules.query().allies());
    return new Contribution(state, assessment, counted, ContributionAmounts.of(kept), unconverted);
  }

  private static @Nullable UnconvertedAmount unconverted(
      Assessment assessment, PledgeState state, ContributionRules rules, Rung rung) {
    if (assessment.ended()) {
      return null;
    }
    boolean isShareUnknown = assessment.reasons().contains(Reason.SHARES_UNKNOWN);
    return state
        .amounts()
        .unconverted(rung)
        .map(
            amount -> {
              Interval kept = keep(amount.counted(), state.pledge(), rules.query().allies());
              return new UnconvertedAmount(
                  amount.said(), isShareUnknown ? kept.withLow(BigDecimal.ZERO) : kept);
            })
        .orElse(null);
  }

  /** The contribution at the rung asked for; null if the question is not about the pledge. */
  public static @Nullable Contribution asked(PledgeState state, ContributionRules rules) {
    return rules.asksAbout(state) ? of(state, rules, rules.query().rung()) : null;
  }

  /** What a pledge counts at the rung asked for. */
  public static ContributionAmounts counted(PledgeState state, ContributionRules rules) {
    return countedAt(rules.query().rung(), state, rules);
  }

  static ContributionAmounts countedAt(Rung rung, PledgeState state, ContributionRules rules) {
    if (!state.amounts().reaches(rung)) {
      return ContributionAmounts.NOTHING;
    }
    return amounts(rules.assess(state, state.amounts(), rung), state, state.amounts(), rules, rung);
  }

  private static ContributionAmounts amounts(
      Assessment assessment,
      PledgeState state,
      AmountsByRung amounts,
      ContributionRules rules,
      Rung rung) {
    AllySelection allies = rules.query().allies();
    Interval range = keep(assessment.range(), state.pledge(), allies);
    if (!assessment.boundedByWhole()) {
      return ContributionAmounts.of(range);
    }
    Interval own =
        Stream.of(Rung.values())
            .filter(higher -> higher.compareTo(rung) > 0)
            .map(higher -> rules.assess(state, amounts, higher))
            .filter(higher -> !higher.boundedByWhole())
            .map(Assessment::range)
            .findFirst()
            .orElse(Interval.ZERO);
    @Nullable BigDecimal ownHigh = keep(own, state.pledge(), allies).high();
    BigDecimal low = keep(Interval.exactly(assessment.promisedLow()), state.pledge(), allies).low();
    return new ContributionAmounts(range, Interval.greaterHigh(ownHigh, low), true);
  }

  /** The range of the allies asked about: for a pledge with shares, their shares of it. */
  private static Interval keep(Interval range, Pledge pledge, AllySelection allies) {
    return allies.keepsShares(pledge)
        ? Shares.split(range, pledge.shares()).entrySet().stream()
            .filter(share -> allies.keeps(share.getKey()))
            .map(Map.Entry::getValue)
            .reduce(Interval.ZERO, Interval::plus)
        : range;
  }

  /** The share of each of some allies; empty for a pledge without shares. */
  public Map<String, Interval> shares(NamedAllies allies) {
    SortedMap<String, Interval> shares = Shares.split(assessment.range(), pledge().shares());
    shares.keySet().retainAll(allies.allies());
    return shares;
  }

  /** Whether it counts nothing. */
  public boolean isNothing() {
    return counted.range().isZero();
  }

  /** Whether the count rests on no number. */
  public boolean isUnquantified() {
    return unconverted == null && assessment.reasons().stream().anyMatch(Reason::isAboutNoNumber);
  }

  public Pledge pledge() {
    return state.pledge();
  }
}
