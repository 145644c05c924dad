package org.alliedregistry.domain.reference;

import static org.alliedregistry.support.Fixtures.condition;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.support.ConditionFixture;
import org.junit.jupiter.api.Test;

class ConditionStateTest {

  private static final String LATER = "2026-06-01";

  private static List<ConditionStatement> applicable(
      ConditionFixture given, String day, EvidenceGrade grade) {
    return StatementSelection.applicable(
        given.statements().uncorrected(), new AsOf(LocalDate.parse(day), grade));
  }

  private static State forAll(ConditionFixture given) {
    return ConditionStatement.stateForAll(applicable(given, LATER, EvidenceGrade.SPECULATIVE));
  }

  private static State of(String ally, ConditionFixture given) {
    return ConditionStatement.stateFor(ally, applicable(given, LATER, EvidenceGrade.SPECULATIVE));
  }

  @Test
  void withoutAnyWordItIsOpen() {
    assertThat(forAll(condition("X"))).isEqualTo(State.OPEN);
    assertThat(of("FRA", condition("X").perAlly())).isEqualTo(State.OPEN);
  }

  @Test
  void lastWordDecides() {
    assertThat(forAll(condition("X").met().failed())).isEqualTo(State.FAILED);
    assertThat(forAll(condition("X").failed().met().open())).isEqualTo(State.OPEN);
  }

  @Test
  void weakerWordNeverOverrides() {
    assertThat(forAll(condition("X").met().with(State.FAILED, null, EvidenceGrade.REPORTED, null)))
        .isEqualTo(State.MET);
  }

  @Test
  void isMetFromItsDayOn() {
    ConditionFixture second = condition("X").open().met();
    assertThat(
            ConditionStatement.stateForAll(
                applicable(second, "2026-01-01", EvidenceGrade.OFFICIAL)))
        .isEqualTo(State.OPEN);
    assertThat(
            ConditionStatement.stateForAll(
                applicable(second, "2026-01-02", EvidenceGrade.OFFICIAL)))
        .isEqualTo(State.MET);
  }

  @Test
  void weakerWordIsNotHeardWhenOnlyOfficialsAreAsked() {
    ConditionFixture reported = condition("X").with(State.MET, null, EvidenceGrade.REPORTED, null);
    assertThat(ConditionStatement.stateForAll(applicable(reported, LATER, EvidenceGrade.OFFICIAL)))
        .isEqualTo(State.OPEN);
  }

  @Test
  void oneParliamentsVoteIsNotAnothers() {
    ConditionFixture vote = condition("X").perAlly().met("FRA");
    assertThat(of("FRA", vote)).isEqualTo(State.MET);
    assertThat(of("GBR", vote)).isEqualTo(State.OPEN);
  }

  @Test
  void wordForAllHoldsForEachAlly() {
    assertThat(of("GBR", condition("X").perAlly().met())).isEqualTo(State.MET);
    assertThat(of("GBR", condition("X").perAlly().failed("GBR").met())).isEqualTo(State.MET);
    assertThat(of("GBR", condition("X").perAlly().met().failed("GBR"))).isEqualTo(State.FAILED);
  }

  @Test
  void wordForOneAllyIsNoWordForAll() {
    assertThat(forAll(condition("X").perAlly().met("FRA"))).isEqualTo(State.OPEN);
  }

  @Test
  void correctionStandsInItsTargetsPlace() {
    assertThat(
            forAll(
                condition("X")
                    .met()
                    .open()
                    .with(State.FAILED, null, EvidenceGrade.OFFICIAL, "X#1")))
        .isEqualTo(State.OPEN);
    assertThat(
            forAll(
                condition("X")
                    .met()
                    .open()
                    .with(State.FAILED, null, EvidenceGrade.OFFICIAL, "X#2")))
        .isEqualTo(State.FAILED);
  }

  @Test
  void voidedWordWasNeverSpoken() {
    assertThat(
            forAll(condition("X").met().failed().with(null, null, EvidenceGrade.OFFICIAL, "X#2")))
        .isEqualTo(State.MET);
  }
}
