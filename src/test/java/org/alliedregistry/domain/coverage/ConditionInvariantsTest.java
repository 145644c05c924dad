package org.alliedregistry.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alliedregistry.domain.coverage.RequirementCoverage.OpenCondition;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RandomQuestion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What an answer says of its open conditions, held against answers that assume their states. */
@Tag("property")
@Execution(ExecutionMode.CONCURRENT)
class ConditionInvariantsTest {

  /**
   * A claim about an open condition, the answer that names it, and the one that assumes a state.
   */
  private interface Claim {
    void check(
        RandomCase each,
        OpenCondition open,
        RequirementCoverage asked,
        RequirementCoverage assumed);
  }

  private static void forEachOpenCondition(State state, Claim claim) {
    RandomCase.all()
        .forEach(
            each -> {
              List<RequirementCoverage> answer = each.answer();
              for (String code : RandomCase.CONDITIONS) {
                List<RequirementCoverage> assumed =
                    each.answer(each.question().taking(code, state));
                for (int i = 0; i < answer.size(); i++) {
                  check(each, code, answer.get(i), assumed.get(i), claim);
                }
              }
            });
  }

  private static void check(
      RandomCase each,
      String code,
      RequirementCoverage asked,
      RequirementCoverage assumed,
      Claim claim) {
    asked.conditions().stream()
        .filter(open -> open.code().equals(code))
        .forEach(open -> claim.check(each, open, asked, assumed));
  }

  private static Interval counted(RequirementCoverage answer) {
    return answer.score().counted();
  }

  private static Interval stated(RequirementCoverage answer) {
    return answer.onStatedNumbers().counted();
  }

  @Test
  void unlockIsWhatAssumingTheConditionGains() {
    forEachOpenCondition(
        State.MET,
        (each, open, asked, met) ->
            assertThat(counted(asked).low().add(open.unlocks()))
                .as("%s: %s", each, open)
                .isEqualByComparingTo(counted(met).low()));
  }

  @Test
  void conditionPutsAtStakeWhatIsLostIfItFails() {
    forEachOpenCondition(
        State.FAILED,
        (each, open, asked, failed) -> {
          assertThat(open.atStake())
              .as("%s: %s", each, open)
              .isEqualTo(Difference.between(counted(failed), counted(asked)));
          assertThat(open.statedAtStake())
              .as("%s: %s", each, open)
              .isEqualTo(Difference.between(stated(failed), stated(asked)));
        });
  }

  @Test
  void ifAllMetLiesBetweenTheCountAndTheCountWithAllAssumed() {
    RandomCase.all()
        .forEach(
            each -> {
              List<RequirementCoverage> answer = each.answer();
              for (int i = 0; i < answer.size(); i++) {
                RequirementCoverage asked = answer.get(i);
                RandomQuestion met = each.question();
                for (OpenCondition open : asked.conditions()) {
                  met = met.taking(open.code(), State.MET);
                }
                Interval all = counted(each.answer(met).get(i));
                assertThat(all.top(asked.ifAllMet())).as("%s", each).isEqualTo(all);
                assertThat(asked.ifAllMet().top(counted(asked)))
                    .as("%s", each)
                    .isEqualTo(asked.ifAllMet());
              }
            });
  }
}
