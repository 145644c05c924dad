package org.alliedregistry.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.alliedregistry.domain.coverage.contribution.AllyRole;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.PledgeFilter;
import org.alliedregistry.domain.coverage.contribution.Reason;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.Shares;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RandomQuestion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Reads the rules of roles, payers, programmes and origins a second time, from the answer about
 * everybody, and compares.
 */
@Tag("property")
@Execution(ExecutionMode.CONCURRENT)
class RolesReadAnewTest {

  private static final List<String> ALLIES = List.of("FRA", "GBR", "DNK", "NOR");

  private static AllySelection selection(Random random) {
    AllyRole role = AllyRole.values()[random.nextInt(AllyRole.values().length)];
    PledgeFilter filter =
        random.nextInt(3) > 0
            ? PledgeFilter.NONE
            : new PledgeFilter(
                random.nextBoolean() ? Set.of("NOR", "DNK") : Set.of(),
                random.nextInt(3) == 0 ? Set.of("PURL") : Set.of(),
                random.nextInt(3) == 0 ? Set.of(Origin.FROM_STOCK) : Set.of());
    return new AllySelection(
        random.nextBoolean() ? some(random) : Set.of(),
        random.nextBoolean() ? some(random) : Set.of(),
        role,
        filter);
  }

  private static Set<String> some(Random random) {
    return random.nextBoolean()
        ? Set.of(ALLIES.get(random.nextInt(4)))
        : Set.of(ALLIES.get(random.nextInt(2)), ALLIES.get(2 + random.nextInt(2)));
  }

  /** What remains of the amount of one pledge. */
  private static final class Reading {

    private final AllySelection asked;
    private final Pledge pledge;
    private final Set<String> supplying;
    private final Set<String> paying;

    Reading(AllySelection asked, Pledge pledge) {
      this.asked = asked;
      this.pledge = pledge;
      this.supplying = kept(pledge.allies());
      this.paying = kept(pledge.financedBy());
    }

    private Set<String> kept(Collection<String> allies) {
      Set<String> kept = new java.util.TreeSet<>(allies);
      if (!asked.only().isEmpty()) {
        kept.retainAll(asked.only());
      }
      kept.removeAll(asked.without());
      return kept;
    }

    private boolean suppliersStay() {
      return supplying.size() == pledge.allies().size();
    }

    private boolean payersStay() {
      return paying.size() == pledge.financedBy().size();
    }

    boolean isAsked() {
      Set<String> programme = pledge.programme() == null ? Set.of() : Set.of(pledge.programme());
      Set<Origin> origin = pledge.origin() == null ? Set.of() : Set.of(pledge.origin());
      if (misses(asked.filter().financedBy(), pledge.financedBy())
          || misses(asked.filter().programmes(), programme)
          || misses(asked.filter().origins(), origin)) {
        return false;
      }
      boolean supplies = !supplying.isEmpty();
      boolean pays = !paying.isEmpty() || (pledge.financedBy().isEmpty() && asked.only().isEmpty());
      return asked.role() == AllyRole.SUPPLIER
          ? supplies
          : asked.role() == AllyRole.PAYER ? pays : supplies || !paying.isEmpty();
    }

    private static <T> boolean misses(Set<T> wanted, Collection<T> had) {
      return !wanted.isEmpty() && had.stream().noneMatch(wanted::contains);
    }

    Interval of(Interval everybodys) {
      Interval suppliers = supplied(everybodys);
      Interval payers = paid(everybodys);
      if (asked.role() != AllyRole.ANY) {
        return asked.role() == AllyRole.SUPPLIER ? suppliers : payers;
      }
      boolean payerLeftOut = pledge.financedBy().stream().anyMatch(asked.without()::contains);
      boolean supplierLeftOut = pledge.allies().stream().anyMatch(asked.without()::contains);
      if (!payerLeftOut && (suppliersStay() || (paying.isEmpty() && !pledge.shares().isEmpty()))) {
        return suppliers;
      }
      if (!supplierLeftOut && !paying.isEmpty() && payersStay()) {
        return everybodys;
      }
      return open(paying.isEmpty() ? suppliers : everybodys);
    }

    private Interval supplied(Interval everybodys) {
      if (suppliersStay()) {
        return everybodys;
      }
      if (pledge.shares().isEmpty()) {
        return open(everybodys);
      }
      Map<String, Interval> shares = Shares.split(everybodys, pledge.shares());
      return supplying.stream().map(shares::get).reduce(Interval.ZERO, Interval::plus);
    }

    private Interval paid(Interval everybodys) {
      return payersStay() ? everybodys : open(everybodys);
    }

    private static Interval open(Interval amount) {
      return new Interval(BigDecimal.ZERO, amount.high());
    }
  }

  private static Stream<RandomCase> cases() {
    return RandomCase.all();
  }

  private static RandomQuestion asked(RandomCase each) {
    return each.question().about(selection(new Random(each.seed() * 7919 + 3)));
  }

  @Test
  void eachPledgeCountsForThoseAskedAbout() {
    cases()
        .forEach(
            each -> {
              RandomQuestion asked = asked(each);
              AllySelection allies = asked.query().allies();
              List<RequirementCoverage> some = each.answer(asked);
              List<RequirementCoverage> all = each.answer();
              for (int i = 0; i < all.size(); i++) {
                assertThat(amounts(some.get(i).trace()))
                    .as("%s, %s", each, allies)
                    .isEqualTo(expected(all.get(i).trace(), allies));
              }
            });
  }

  private static Map<String, Interval> amounts(List<TraceLine> trace) {
    Map<String, Interval> amounts = new TreeMap<>();
    trace.forEach(line -> amounts.put(line.state().pledge().id(), line.counted()));
    return amounts;
  }

  private static Map<String, Interval> expected(List<TraceLine> everybody, AllySelection asked) {
    Map<String, Interval> amounts = new TreeMap<>();
    for (TraceLine line : everybody) {
      Reading reading = new Reading(asked, line.state().pledge());
      if (reading.isAsked()) {
        amounts.put(line.state().pledge().id(), reading.of(line.counted()));
      }
    }
    return amounts;
  }

  @Test
  void rowsByAllySumToTheCountAndRowsByPayerToWhatIsFinanced() {
    cases()
        .forEach(
            each ->
                each.answer(asked(each))
                    .forEach(
                        answer -> {
                          assertThat(sum(answer.byAlly()))
                              .as("%s", each)
                              .isEqualTo(answer.score().counted());
                          if (hasNoParts(answer)) {
                            assertThat(sum(answer.byPayer()))
                                .as("%s", each)
                                .isEqualTo(financed(answer));
                          }
                        }));
  }

  private static boolean hasNoParts(RequirementCoverage answer) {
    return answer.byAlly().stream().allMatch(row -> row.parts().isEmpty());
  }

  private static Interval sum(List<AllyRow> rows) {
    return rows.stream().map(AllyRow::counted).reduce(Interval.ZERO, Interval::plus);
  }

  private static Interval financed(RequirementCoverage answer) {
    return answer.trace().stream()
        .filter(line -> !line.state().pledge().financedBy().isEmpty())
        .map(TraceLine::counted)
        .reduce(Interval.ZERO, Interval::plus);
  }

  @Test
  void marginalsAreTheDifferencesOfTwoAnswersInEachRole() {
    cases()
        .limit(100)
        .forEach(
            each -> {
              RandomQuestion asked = asked(each);
              List<Marginals> marginals =
                  Marginals.of(asked.query(), each.registry().coverageInput());
              List<RequirementCoverage> all = each.answer(asked);
              for (int i = 0; i < all.size(); i++) {
                for (Marginals.OfAlly ally : marginals.get(i).allies()) {
                  RandomQuestion rest = asked.about(asked.query().allies().andWithout(ally.ally()));
                  assertThat(ally.lost())
                      .as("%s without %s", each, ally.ally())
                      .isEqualTo(
                          Difference.between(
                              each.answer(rest).get(i).score().counted(),
                              all.get(i).score().counted()));
                }
              }
            });
  }

  @Test
  void noRowNamesOneWhoIsLeftOutInTheRoleAskedAbout() {
    cases()
        .forEach(
            each -> {
              RandomQuestion asked = asked(each);
              AllySelection allies = asked.query().allies();
              for (RequirementCoverage answer : each.answer(asked)) {
                if (allies.role() != AllyRole.PAYER) {
                  assertThat(named(answer.byAlly()))
                      .as("%s, %s", each, allies)
                      .doesNotContainAnyElementsOf(leftOut(allies));
                }
                if (allies.role() != AllyRole.SUPPLIER) {
                  assertThat(named(answer.byPayer()))
                      .as("%s, %s", each, allies)
                      .doesNotContainAnyElementsOf(leftOut(allies));
                }
              }
            });
  }

  private static List<String> named(List<AllyRow> rows) {
    List<String> named = new ArrayList<>();
    for (AllyRow row : rows) {
      named.addAll(row.allies());
      row.parts().forEach(part -> named.addAll(part.allies()));
    }
    return named;
  }

  /** In any role the other side of what one asked about supplies or pays is named. */
  private static List<String> leftOut(AllySelection asked) {
    List<String> leftOut = new ArrayList<>(asked.without());
    if (asked.role() != AllyRole.ANY && !asked.only().isEmpty()) {
      ALLIES.stream().filter(ally -> !asked.only().contains(ally)).forEach(leftOut::add);
    }
    leftOut.add("nobody");
    return leftOut;
  }

  @Test
  void whatIsNotKnownToBeTheirsIsMarked() {
    cases()
        .forEach(
            each ->
                each.answer(asked(each)).stream()
                    .flatMap(answer -> answer.trace().stream())
                    .filter(line -> line.reasons().contains(Reason.SHARES_UNKNOWN))
                    .forEach(
                        line ->
                            assertThat(line.counted().low())
                                .as("%s", each)
                                .isEqualByComparingTo("0")));
  }
}
