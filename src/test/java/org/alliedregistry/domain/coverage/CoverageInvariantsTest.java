package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.RandomCase.forEachAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.contribution.Reason;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RandomQuestion;
import org.alliedregistry.support.RandomRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What holds of every answer, over many made-up registries. */
@Tag("property")
@Execution(ExecutionMode.CONCURRENT)
class CoverageInvariantsTest {

  private static Interval counted(RequirementCoverage answer) {
    return answer.score().counted();
  }

  private static boolean isAtLeast(Interval upper, Interval lower) {
    return upper.top(lower).equals(upper);
  }

  private static void compare(
      List<RequirementCoverage> some,
      List<RequirementCoverage> others,
      BiConsumer<RequirementCoverage, RequirementCoverage> claim) {
    Iterator<RequirementCoverage> other = others.iterator();
    some.forEach(answer -> claim.accept(answer, other.next()));
  }

  private static void neverLess(
      RandomCase each, List<RequirementCoverage> more, List<RequirementCoverage> less) {
    compare(
        more,
        less,
        (upper, lower) ->
            assertThat(isAtLeast(counted(upper), counted(lower)))
                .as("%s: %s is at least %s", each, counted(upper), counted(lower))
                .isTrue());
  }

  @Test
  void eachRungReachesAtLeastAsFarAsTheOneAbove() {
    forEachAnswer(
        (each, answer) -> {
          List<Interval> climbing = new ArrayList<>(answer.byRung().values());
          for (int i = 1; i < climbing.size(); i++) {
            assertThat(isAtLeast(climbing.get(i - 1), climbing.get(i)))
                .as("%s: %s", each, answer.byRung())
                .isTrue();
          }
        });
  }

  @Test
  void rungAskedForIsTheOneShown() {
    forEachAnswer(
        (each, answer) -> {
          Rung rung = each.question().query().rung();
          if (rung == Rung.CONSIDERING) {
            assertThat(
                    isAtLeast(
                        counted(answer), Objects.requireNonNull(answer.byRung().get(Rung.PLEDGED))))
                .isTrue();
          } else {
            assertThat(answer.byRung().get(rung)).as("%s", each).isEqualTo(counted(answer));
          }
        });
  }

  @Test
  void anotherPledgeNeverLowersACount() {
    RandomCase.all()
        .forEach(
            each ->
                each.registry().pledges().keySet().stream()
                    .filter(id -> !each.registry().isWhole(id))
                    .map(id -> each.registry().before(id))
                    .forEach(
                        before ->
                            neverLess(each, each.answer(), each.answer(each.question(), before))));
  }

  @Test
  void higherRequirementNeverRaisesARatio() {
    RandomCase.all()
        .forEach(
            each -> {
              Requirement land = each.question().query().baseline().requirements().get(0);
              BigDecimal required = Objects.requireNonNull(land.required()).amount();
              Requirement higher =
                  Baselines.requiring(land, required.add(BigDecimal.ONE).toPlainString());
              Score before = each.answer().get(0).score();
              Score after =
                  each.answer(each.question().against(Baselines.of(higher))).get(0).score();
              assertThat(
                      isAtLeast(
                          Objects.requireNonNull(before.ratio()),
                          Objects.requireNonNull(after.ratio())))
                  .as("%s: %s, then %s", each, before, after)
                  .isTrue();
            });
  }

  @Test
  void orderOfRecordingOfDistinctDaysChangesNothing() {
    RandomCase.all()
        .forEach(
            each -> {
              RandomRegistry dealt = each.registry().shuffled(new Random(each.seed()));
              compare(
                  each.answer(),
                  each.answer(each.question(), dealt),
                  (some, other) -> assertThat(shown(other)).as("%s", each).isEqualTo(shown(some)));
            });
  }

  /** An answer without the ladders, which are no values. */
  private static List<Object> shown(RequirementCoverage answer) {
    List<Object> shown =
        new ArrayList<>(
            List.of(
                answer.score(),
                answer.derived(),
                answer.onStatedNumbers(),
                answer.byRung(),
                answer.byAlly(),
                answer.conditions()));
    for (TraceLine line : answer.trace()) {
      shown.add(line.state().terms());
      shown.add(List.of(line.counted(), line.reasons(), line.conditions()));
    }
    return shown;
  }

  @Test
  void assumingAConditionNeverLowersAndDenyingItNeverRaises() {
    RandomCase.all()
        .forEach(
            each -> {
              for (String code : RandomCase.CONDITIONS) {
                List<RequirementCoverage> asked = each.answer();
                neverLess(each, each.answer(each.question().taking(code, State.MET)), asked);
                neverLess(each, asked, each.answer(each.question().taking(code, State.FAILED)));
              }
            });
  }

  @Test
  void freshnessNeverRaisesACountAndKeepsWhatIsPossible() {
    RandomCase.all()
        .forEach(
            each -> {
              List<RequirementCoverage> anyAge = each.answer(each.question().within(null));
              List<RequirementCoverage> fresh = each.answer(each.question().within(60));
              neverLess(each, anyAge, fresh);
              compare(
                  anyAge,
                  fresh,
                  (any, some) ->
                      assertThat(counted(some).high())
                          .as("%s", each)
                          .isEqualTo(counted(any).high()));
            });
  }

  @Test
  void promisesOfAnyAgeAreAsFreshAsCanBe() {
    RandomCase.all()
        .forEach(
            each ->
                compare(
                    each.answer(each.question().within(null)),
                    each.answer(each.question().within(36_500)),
                    (any, some) -> assertThat(shown(some)).as("%s", each).isEqualTo(shown(any))));
  }

  @Test
  void statedNumbersAreBoundedAndWithinTheCount() {
    forEachAnswer(
        (each, answer) -> {
          Interval stated = answer.onStatedNumbers().counted();
          Interval counted = counted(answer);
          assertThat(stated.isBounded()).as("%s", each).isTrue();
          assertThat(stated.low()).as("%s", each).isEqualTo(counted.low());
          assertThat(isAtLeast(counted, stated)).as("%s", each).isTrue();
          assertThat(stated.equals(counted)).as("%s", each).isEqualTo(counted.isBounded());
        });
  }

  @Test
  void derivedIsWithinTheCount() {
    forEachAnswer(
        (each, answer) ->
            assertThat(isAtLeast(counted(answer), answer.derived())).as("%s", each).isTrue());
  }

  @Test
  void reasonsKeepTheirOrderAndCountedStandsAlone() {
    RandomCase.all()
        .forEach(
            each -> {
              RandomQuestion asked = each.question().without("GBR");
              each.answer(asked).stream()
                  .flatMap(answer -> answer.trace().stream())
                  .forEach(line -> assertThat(line.reasons()).as("%s", each).satisfies(this::hold));
            });
  }

  private void hold(List<? extends Reason> reasons) {
    assertThat(reasons).isNotEmpty().doesNotHaveDuplicates();
    assertThat(reasons.stream().sorted().toList()).isEqualTo(reasons);
    assertThat(reasons.size() == 1 || !reasons.contains(Reason.COUNTED)).isTrue();
  }
}
