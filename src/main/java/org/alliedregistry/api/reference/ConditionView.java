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
@Schema(name = "Condition", description = "What must come true before a pledge can be counted on.")
public record ConditionView(
    String code,
    String description,
    boolean perAlly,
    @Schema(description = "By the statements for all; OPEN where nobody spoke.")
        Condition.State state,
    @Schema(description = "For a condition that is per ally: each ally somebody spoke of.")
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
