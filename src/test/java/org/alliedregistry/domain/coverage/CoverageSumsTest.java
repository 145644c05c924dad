package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.RandomCase.forEachAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alliedregistry.domain.coverage.contribution.Reason;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.RandomCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How contributions, rows and counts add up, over many made-up registries. */
@Tag("property")
class CoverageSumsTest {

  private static Interval sum(Stream<Interval> intervals) {
    return intervals.reduce(Interval.ZERO, Interval::plus);
  }

  /** The lines of one addend: a pledge alone, or a whole followed by its parts. */
  private static List<List<TraceLine>> addends(List<TraceLine> trace) {
    Set<String> traced = trace.stream().map(CoverageSumsTest::id).collect(Collectors.toSet());
    List<List<TraceLine>> addends = new ArrayList<>();
    for (TraceLine head : trace) {
      String whole = head.state().pledge().partOf();
      if (whole == null || !traced.contains(whole)) {
        List<TraceLine> addend = new ArrayList<>(List.of(head));
        trace.stream()
            .filter(line -> id(head).equals(line.state().pledge().partOf()))
            .forEach(addend::add);
        addends.add(addend);
      }
    }
    return addends;
  }

  private static String id(TraceLine line) {
    return line.state().pledge().id();
  }

  private static BigDecimal certain(List<TraceLine> addend) {
    return sum(addend.stream().skip(1).map(TraceLine::counted))
        .low()
        .max(addend.get(0).counted().low());
  }

  private static Interval greatest(List<TraceLine> addend) {
    return addend.stream().map(TraceLine::counted).reduce(Interval.ZERO, Interval::top);
  }

  @Test
  void rowsSumToTheCountWhoeverIsAskedAbout() {
    RandomCase.all()
        .forEach(
            each ->
                Stream.of(each.question(), each.question().only("FRA", "DNK"))
                    .flatMap(asked -> each.answer(asked).stream())
                    .forEach(
                        answer ->
                            assertThat(sum(answer.byAlly().stream().map(AllyRow::counted)))
                                .as("%s", each)
                                .isEqualTo(answer.score().counted())));
  }

  @Test
  void certainIsTheSumOfTheAddends() {
    forEachAnswer(
        (each, answer) ->
            assertThat(
                    addends(answer.trace()).stream()
                        .map(CoverageSumsTest::certain)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("%s", each)
                .isEqualByComparingTo(answer.score().counted().low()));
  }

  @Test
  void possibleLiesBetweenTheGreatestOfEachAddendAndTheSumOfAll() {
    forEachAnswer(
        (each, answer) -> {
          Interval counted = answer.score().counted();
          Interval min = sum(addends(answer.trace()).stream().map(CoverageSumsTest::greatest));
          Interval max = sum(answer.trace().stream().map(TraceLine::counted));
          assertThat(counted.top(min)).as("%s", each).isEqualTo(counted);
          assertThat(max.top(counted)).as("%s", each).isEqualTo(max);
          assertThat(counted.isBounded()).as("%s", each).isEqualTo(max.isBounded());
        });
  }

  @Test
  void withoutWholesTheCountIsTheSumOfTheTrace() {
    forEachAnswer(
        (each, answer) -> {
          if (addends(answer.trace()).size() == answer.trace().size()) {
            assertThat(sum(answer.trace().stream().map(TraceLine::counted)))
                .as("%s", each)
                .isEqualTo(answer.score().counted());
          }
        });
  }

  @Test
  void alliesAskedAboutAndTheOthersSumToAll() {
    RandomCase.all()
        .filter(
            each -> each.registry().pledges().values().stream().allMatch(d -> splits(d.pledge())))
        .forEach(
            each -> {
              List<RequirementCoverage> all = each.answer();
              List<RequirementCoverage> some = each.answer(each.question().only("FRA", "NOR"));
              List<RequirementCoverage> rest = each.answer(each.question().without("FRA", "NOR"));
              for (int i = 0; i < all.size(); i++) {
                assertThat(some.get(i).score().counted().plus(rest.get(i).score().counted()))
                    .as("%s", each)
                    .isEqualTo(all.get(i).score().counted());
              }
            });
  }

  private static boolean splits(Pledge pledge) {
    return pledge.partOf() == null && (!pledge.isJoint() || !pledge.shares().isEmpty());
  }

  @Test
  void certainIsNeverAbovePossible() {
    forEachAnswer(
        (each, answer) ->
            Stream.of(
                    Stream.of(answer.score().counted(), answer.derived()),
                    answer.byRung().values().stream(),
                    answer.byAlly().stream().map(AllyRow::counted),
                    answer.trace().stream().map(TraceLine::counted))
                .flatMap(intervals -> intervals)
                .filter(Interval::isBounded)
                .forEach(i -> assertThat(i.low()).as("%s", each).isLessThanOrEqualTo(i.high())));
  }

  @Test
  void madeUpCasesGiveEveryReasonAndManyWholes() {
    EnumSet<Reason> given = EnumSet.noneOf(Reason.class);
    List<AllyRow> wholes = new ArrayList<>();
    RandomCase.all()
        .flatMap(
            each ->
                Stream.concat(
                    each.answer().stream(), each.answer(each.question().without("GBR")).stream()))
        .forEach(
            answer -> {
              answer.trace().forEach(line -> given.addAll(line.reasons()));
              answer.byAlly().stream().filter(row -> !row.parts().isEmpty()).forEach(wholes::add);
            });
    assertThat(given).isEqualTo(EnumSet.allOf(Reason.class));
    assertThat(wholes).hasSizeGreaterThan(100);
  }
}
