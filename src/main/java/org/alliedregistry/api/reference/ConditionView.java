package org.alliedregistry.api.reference;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.record.ConditionRecord;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.StatementSelection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A condition in answers, with its state. */
@Schema(name = "Condition", description = "What must come true before a pledge is certain.")
public record ConditionView(
    String code,
    String description,
    boolean perAlly,
    @Schema(description = "The state by the statements for all allies. OPEN if there is none.")
        Condition.State state,
    @Schema(description = "For a condition that is per ally: each ally that has a statement.")
        SortedMap<String, Condition.State> byAlly) {

  static ConditionView of(ConditionRecord record, AsOf view) {
    Condition condition = record.condition();
    List<ConditionStatement> applicable =
        StatementSelection.applicable(record.conditionStatements().uncorrected(), view);
    SortedMap<String, Condition.State> byAlly = new TreeMap<>();
    for (ConditionStatement statement : applicable) {
      String ally = statement.ally();
      if (ally != null) {
        byAlly.put(ally, ConditionStatement.stateFor(ally, applicable));
      }
    }
    return new ConditionView(
        condition.code(),
        condition.description(),
        condition.perAlly(),
        ConditionStatement.stateForAll(applicable),
        byAlly);
  }
}
