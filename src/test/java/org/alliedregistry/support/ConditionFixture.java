package org.alliedregistry.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Releasability;

/** A condition and what is said of it; its first statement on 1 January 2026, and so on. */
public final class ConditionFixture {

  private final String code;
  private boolean perAlly;
  private final List<ConditionStatement> recorded = new ArrayList<>();

  ConditionFixture(String code) {
    this.code = code;
  }

  public ConditionFixture perAlly() {
    perAlly = true;
    return this;
  }

  public ConditionFixture met() {
    return with(State.MET, null);
  }

  public ConditionFixture failed() {
    return with(State.FAILED, null);
  }

  public ConditionFixture open() {
    return with(State.OPEN, null);
  }

  public ConditionFixture met(String ally) {
    return with(State.MET, ally);
  }

  public ConditionFixture failed(String ally) {
    return with(State.FAILED, ally);
  }

  public ConditionFixture with(State state, String ally) {
    return with(state, ally, EvidenceGrade.OFFICIAL, null);
  }

  /** A correction takes its target's day. */
  public ConditionFixture with(State state, String ally, EvidenceGrade evidence, String corrects) {
    int number = recorded.size() + 1;
    LocalDate day =
        recorded.stream()
            .filter(s -> s.id().equals(corrects))
            .map(s -> s.attribution().saidOn())
            .findFirst()
            .orElse(LocalDate.of(2025, 12, 31).plusDays(number));
    Attribution statement =
        new Attribution(
            day,
            evidence,
            null,
            StatementFixture.SOURCE,
            Releasability.PUBLIC,
            corrects,
            /* isVoid= */ state == null,
            null);
    recorded.add(new ConditionStatement(code + "#" + number, statement, state, ally));
    return this;
  }

  public ConditionStatements statements() {
    return ConditionStatements.of(
        new Condition(code, "Worked condition " + code, perAlly), List.copyOf(recorded));
  }
}
