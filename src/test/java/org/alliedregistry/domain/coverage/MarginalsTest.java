package org.alliedregistry.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.support.RandomCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each ally and each open condition makes of an answer. */
@Tag("property")
class MarginalsTest {

  private static Difference lost(Score without, Score with) {
    return Difference.between(without.counted(), with.counted());
  }

  @Test
  void marginalsAreTheDifferencesOfTwoAnswers() {
    RandomCase.all()
        .forEach(
            each -> {
              CoverageQuery query = each.question().query();
              CoverageInput input = each.registry().coverageInput();
              Coverage asked = Coverage.of(query, input);
              List<Marginals> marginals = Marginals.of(query, input);
              for (int i = 0; i < marginals.size(); i++) {
                RequirementCoverage whole = asked.requirements().get(i);
                for (Marginals.OfAlly of : marginals.get(i).allies()) {
                  Coverage without =
                      Coverage.of(query.withAllies(query.allies().andWithout(of.ally())), input);
                  RequirementCoverage left = without.requirements().get(i);
                  assertThat(of.lost())
                      .as("%s without %s", each, of.ally())
                      .isEqualTo(lost(left.score(), whole.score()));
                  assertThat(of.statedLost())
                      .as("%s without %s", each, of.ally())
                      .isEqualTo(lost(left.onStatedNumbers(), whole.onStatedNumbers()));
                  assertThat(of.verdictWithout()).isEqualTo(left.score().verdict());
                }
                for (Marginals.OfCondition of : marginals.get(i).conditions()) {
                  Coverage met =
                      Coverage.of(
                          query.withAssumptions(query.assumptions().and(of.code(), State.MET)),
                          input);
                  RequirementCoverage then = met.requirements().get(i);
                  assertThat(of.unlocks())
                      .as("%s with %s", each, of.code())
                      .isEqualTo(lost(whole.score(), then.score()));
                  assertThat(of.statedUnlocks())
                      .as("%s with %s", each, of.code())
                      .isEqualTo(lost(whole.onStatedNumbers(), then.onStatedNumbers()));
                }
                assertThat(
                        marginals.get(i).conditions().stream()
                            .map(c -> c.code() + " " + c.unlocks().low())
                            .sorted()
                            .toList())
                    .as("%s", each)
                    .isEqualTo(
                        whole.conditions().stream()
                            .map(c -> c.code() + " " + c.unlocks())
                            .toList());
              }
            });
  }
}
