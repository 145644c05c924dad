package org.alliedregistry.coverage;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.alliedregistry.pledge.Ladder;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.Rung;
import org.alliedregistry.pledge.Shares;
import org.alliedregistry.pledge.Standing;
import org.alliedregistry.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What one pledge contributes to one requirement at one rung.
 *
 * @param counted what is certain and possible
 * @param stated the same, an unbounded high closed to what the stated numbers give
 */
record Contribution(Standing standing, Assessment assessment, Amounts counted, Amounts stated) {

  static Contribution of(Standing standing, Rules rules, Rung rung) {
    Assessment assessment = rules.assess(standing, standing.ladder(), rung);
    Amounts counted = amounts(assessment, standing, standing.ladder(), rules, rung);
    if (counted.range().isBounded()) {
      return new Contribution(standing, assessment, counted, counted);
    }
    Ladder closed = standing.ladder().onStatedNumbers();
    Interval onStated =
        assessment.range().withHigh(rules.assess(standing, closed, rung).range().high());
    Interval kept = keep(onStated, standing.pledge(), rules.query().allies());
    return new Contribution(standing, assessment, counted, new Amounts(kept, kept.high(), false));
  }

  /** What a pledge brings at the rung asked for, null where it is not asked about. */
  static @Nullable Amounts counted(Standing standing, Rules rules) {
    Rung rung = rules.query().rung();
    return rules.asksAbout(standing)
        ? amounts(
            rules.assess(standing, standing.ladder(), rung),
            standing,
            standing.ladder(),
            rules,
            rung)
        : null;
  }

  private static Amounts amounts(
      Assessment assessment, Standing standing, Ladder ladder, Rules rules, Rung rung) {
    AllyFilter allies = rules.query().allies();
    Interval range = keep(assessment.range(), standing.pledge(), allies);
    if (!assessment.lent()) {
      return new Amounts(range, range.high(), false);
    }
    Interval own =
        Stream.of(Rung.values())
            .filter(higher -> higher.compareTo(rung) > 0)
            .map(higher -> rules.assess(standing, ladder, higher))
            .filter(higher -> !higher.lent())
            .map(Assessment::range)
            .findFirst()
            .orElse(Interval.ZERO);
    @Nullable BigDecimal ownHigh = keep(own, standing.pledge(), allies).high();
    return new Amounts(range, ownHigh, true);
  }

  /** With shares, the shares of the allies asked about. */
  private static Interval keep(Interval range, Pledge pledge, AllyFilter allies) {
    return pledge.shares().isEmpty() || allies.keepsAll(pledge.allies())
        ? range
        : Shares.split(range, pledge.shares()).entrySet().stream()
            .filter(share -> allies.keeps(share.getKey()))
            .map(Map.Entry::getValue)
            .reduce(Interval.ZERO, Interval::plus);
  }

  /** The share of each ally asked about; empty for a pledge without shares. */
  Map<String, Interval> shares(AllyFilter allies) {
    SortedMap<String, Interval> shares = Shares.split(assessment.range(), pledge().shares());
    shares.keySet().removeIf(ally -> !allies.keeps(ally));
    return shares;
  }

  Pledge pledge() {
    return standing.pledge();
  }
}
