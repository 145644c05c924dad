package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.alliedregistry.support.StatementFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

/** What is due, what is over, and what nobody repeated. */
class PledgeLifeTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private static PledgeState state(StatementFixture... statements) {
    return pledge("a", "FRA").with(statements).standing(DAY.toString(), EvidenceGrade.OFFICIAL);
  }

  private static StatementFixture due() {
    return pledged(troops(9)).on("2026-01-01").due("2026-05-31");
  }

  @Test
  void theLastStatementThatSpeaksOfTheDueDayDecides() {
    assertThat(state(due(), that().on("2026-02-01").due("2026-07-01")).terms().dueOn().value())
        .isEqualTo("2026-07-01");
    assertThat(state(due(), withdrawn().on("2026-02-01")).terms().dueOn().value()).isNull();
  }

  @Test
  void aReportThatNamesAnotherDueDayDisputesIt() {
    StatementFixture report = that().on("2026-02-01").due("2026-07-01").by(EvidenceGrade.REPORTED);
    PledgeState state =
        pledge("a", "FRA").with(due(), report).standing(DAY.toString(), EvidenceGrade.REPORTED);
    assertThat(state.terms().dueOn().value()).isEqualTo("2026-05-31");
    assertThat(state.terms().disputed()).isTrue();
  }

  @Test
  void aPartTakesTheDueDayOfItsWhole() {
    PledgeState part =
        pledge("b", "FRA")
            .partOf(pledge("a", "FRA").with(due()))
            .with(pledged(troops(1)).on("2026-01-01"))
            .standing(DAY.toString(), EvidenceGrade.OFFICIAL);
    assertThat(part.terms().dueOn().value()).isEqualTo("2026-05-31");
    assertThat(part.isOverdueOn(DAY)).isTrue();
  }

  @Test
  void isOverdueFromTheDayAfterUntilAllIsInPlace() {
    assertThat(state(due()).isOverdueOn(DAY.minusDays(1))).isFalse();
    assertThat(state(due()).isOverdueOn(DAY)).isTrue();
    assertThat(state(due(), that().on("2026-05-01").inPlace(troops(8))).isOverdueOn(DAY)).isTrue();
    assertThat(state(due(), that().on("2026-05-01").inPlace(all())).isOverdueOn(DAY)).isFalse();
  }

  @Test
  void whatEndedOrIsOverIsNeitherOverdueNorStale() {
    StatementFixture over = due().until("2026-05-31");
    assertThat(state(over).isExpiredOn(DAY)).isTrue();
    assertThat(state(over).isOverdueOn(DAY)).isFalse();
    assertThat(state(over).isStaleOn(DAY, 0)).isFalse();
    PledgeState ended = state(due(), withdrawn().on("2026-02-01").due("2026-03-01"));
    assertThat(ended.isOverdueOn(DAY)).isFalse();
    assertThat(ended.isStaleOn(DAY, 0)).isFalse();
  }

  @Test
  void isStaleOnceTheLastWordIsOlderThanTheDaysAskedFor() {
    PledgeState state = state(due(), that().on("2026-05-01").inPlace(troops(1)));
    assertThat(state.firstSaidOn()).isEqualTo("2026-01-01");
    assertThat(state.lastSaidOn()).isEqualTo("2026-05-01");
    assertThat(state.isStaleOn(DAY, 31)).isFalse();
    assertThat(state.isStaleOn(DAY, 30)).isTrue();
    assertThat(state(due(), that().on("2026-01-02").inPlace(all())).isStaleOn(DAY, 30)).isFalse();
  }

  @Test
  void whatIsNotHeardIsNothingOfAllThis() {
    PledgeState state = state(due().by(EvidenceGrade.SPECULATIVE));
    assertThat(state.lastSaidOn()).isNull();
    assertThat(state.isOverdueOn(DAY) || state.isStaleOn(DAY, 0) || state.isExpiredOn(DAY))
        .isFalse();
  }
}
