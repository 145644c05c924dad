package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.condition;
import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.RandomCase;
import org.junit.jupiter.api.Test;

class LastWordTest {

  private static CoverageQuestion ask() {
    PledgeFixture land =
        pledge("1", "FRA")
            .with(
                pledged(troops(10)).on("2026-01-05"),
                that().amount(troops(20)).on("2026-03-05").reported());
    PledgeFixture air =
        pledge("2", "SWE").of(Baselines.COMBAT_AIRCRAFT.code()).with(pledged().on("2026-02-05"));
    return CoverageQuestion.about(land, air);
  }

  @Test
  void isTheLastStatementOnAnyPledgeAtTheGradeOfTheQuestion() {
    assertThat(ask().against(Baselines.LAND).coverage().recordThrough()).isEqualTo("2026-02-05");
    assertThat(ask().withEvidence(EvidenceGrade.REPORTED).coverage().recordThrough())
        .isEqualTo("2026-03-05");
  }

  @Test
  void isNotAfterTheDayOfTheQuestion() {
    assertThat(ask().validAt("2026-02-01").coverage().recordThrough()).isEqualTo("2026-01-05");
    assertThat(ask().validAt("2026-01-01").coverage().recordThrough()).isNull();
  }

  @Test
  void isAlsoAStatementOnACondition() {
    assertThat(
            CoverageQuestion.about(pledge("1", "FRA").with(pledged().on("2025-06-01")))
                .given(condition("X").met())
                .coverage()
                .recordThrough())
        .isEqualTo("2026-01-01");
  }

  @Test
  void isTheSameInAnAnswerThatIsComputedFromTheOneBefore() {
    RandomCase.all()
        .limit(50)
        .forEach(
            each -> {
              CoverageQuery query = each.question().query();
              CoverageInput before = each.registry().before("p0").coverageInput();
              CoverageInput after = each.registry().coverageInput();
              assertThat(CoverageWorksheet.of(query, before).next(after).coverage().recordThrough())
                  .as("%s", each)
                  .isEqualTo(Coverage.of(query, after).recordThrough());
            });
  }
}
