package org.alliedregistry.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.support.RandomCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each ally and each open condition makes of an answer. */
@Tag("property")
class MarginalsTest {

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
                  Score left = without.requirements().get(i).score();
                  assertThat(of.lost())
                      .as("%s without %s", each, of.ally())
                      .isEqualTo(Difference.between(left.counted(), whole.score().counted()));
                  assertThat(of.verdictWithout()).isEqualTo(left.verdict());
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
