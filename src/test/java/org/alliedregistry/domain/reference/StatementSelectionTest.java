package org.alliedregistry.domain.reference;

import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class StatementSelectionTest {

  private static List<Statement> standing(StatementFixture... recorded) {
    List<Statement> statements = new ArrayList<>();
    for (StatementFixture say : recorded) {
      statements.add(say.of("p", statements.size() + 1));
    }
    return StatementSelection.uncorrected(statements);
  }

  private static List<String> ids(List<Statement> statements) {
    return statements.stream().map(Statement::id).toList();
  }

  private static List<String> applicable(
      String day, EvidenceGrade grade, StatementFixture... recorded) {
    return ids(
        StatementSelection.applicable(standing(recorded), new AsOf(LocalDate.parse(day), grade)));
  }

  @Test
  void earlierDayComesFirstWhateverWasRecordedFirst() {
    assertThat(ids(standing(pledged().id("late").on("2026-02-01"), that().on("2026-01-01"))))
        .containsExactly("p#2", "late");
  }

  @Test
  void onOneDayTheOrderOfRecordingDecides() {
    assertThat(ids(standing(pledged().on("2026-01-01"), that().on("2026-01-01"))))
        .containsExactly("p#1", "p#2");
  }

  @Test
  void correctionStandsInItsTargetsPlace() {
    assertThat(
            ids(
                standing(
                    pledged().on("2026-01-01"),
                    that().on("2026-01-01"),
                    pledged().on("2026-01-01").corrects("p#1"))))
        .containsExactly("p#3", "p#2");
  }

  @Test
  void correctionMayMoveTheDay() {
    assertThat(
            ids(
                standing(
                    pledged().on("2026-01-01"),
                    that().on("2026-01-02"),
                    pledged().on("2026-01-03").corrects("p#1"))))
        .containsExactly("p#2", "p#3");
  }

  @Test
  void lastOfAChainOfCorrectionsStandsInTheFirstPlace() {
    assertThat(
            ids(
                standing(
                    pledged().on("2026-01-01"),
                    that().on("2026-01-01"),
                    pledged().on("2026-01-01").corrects("p#1"),
                    that().on("2026-01-01"),
                    pledged().on("2026-01-01").corrects("p#3"))))
        .containsExactly("p#5", "p#2", "p#4");
  }

  @Test
  void voidedStatementWasNeverSaid() {
    assertThat(ids(standing(pledged(), that(), that().voids("p#1")))).containsExactly("p#2");
  }

  @Test
  void voidItselfCanBeCorrected() {
    assertThat(
            ids(
                standing(
                    pledged().on("2026-01-01"),
                    that().on("2026-01-01"),
                    that().on("2026-01-01").voids("p#1"),
                    pledged().on("2026-01-01").corrects("p#3"))))
        .containsExactly("p#4", "p#2");
  }

  @Test
  void statementHoldsFromItsDayOn() {
    StatementFixture statement = pledged().on("2026-03-01");
    assertThat(applicable("2026-02-28", EvidenceGrade.OFFICIAL, statement)).isEmpty();
    assertThat(applicable("2026-03-01", EvidenceGrade.OFFICIAL, statement)).containsExactly("p#1");
  }

  @Test
  void onlyTheGradeAskedForOrStrongerIsHeard() {
    StatementFixture[] statement = {
      pledged().by(EvidenceGrade.OFFICIAL),
      that().by(EvidenceGrade.REPORTED),
      that().by(EvidenceGrade.SPECULATIVE)
    };
    assertThat(applicable("2026-06-01", EvidenceGrade.OFFICIAL, statement)).containsExactly("p#1");
    assertThat(applicable("2026-06-01", EvidenceGrade.REPORTED, statement))
        .containsExactly("p#1", "p#2");
    assertThat(applicable("2026-06-01", EvidenceGrade.SPECULATIVE, statement)).hasSize(3);
  }

  @Test
  void strongestThatSpeakDecideAndOfTheseTheLast() {
    List<Statement> applicable =
        standing(pledged().reported(), pledged().reported(), that().wording("a brigade"), that());
    assertThat(StatementSelection.deciding(applicable, s -> s.content().position() != null))
        .map(Statement::id)
        .contains("p#2");
    assertThat(StatementSelection.deciding(applicable, s -> s.content().wording().isSpoken()))
        .map(Statement::id)
        .contains("p#3");
    assertThat(StatementSelection.deciding(applicable, s -> s.content().amount().isSpoken()))
        .isEmpty();
  }
}
