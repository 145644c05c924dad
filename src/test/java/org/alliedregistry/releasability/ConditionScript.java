package org.alliedregistry.releasability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the secretariat writes of conditions. */
final class ConditionScript {

  private final StatementTexts texts;
  private final RestrictedCaller caller;
  private final RandomWriter randomWriter;

  final List<RandomStatement> statements = new ArrayList<>();

  ConditionScript(StatementTexts texts, RestrictedCaller caller, RandomWriter randomWriter) {
    this.texts = texts;
    this.caller = caller;
    this.randomWriter = randomWriter;
  }

  WriteStep say() {
    String code = texts.pick(StatementTexts.CONDITIONS);
    ObjectNode body = texts.onCondition();
    boolean perAlly = StatementTexts.PER_ALLY.contains(code);
    if (perAlly && texts.chance(80)) {
      body.put("ally", texts.pick(StatementTexts.ALLIES));
    }
    body.put("releasability", texts.released());
    return step("/v1/conditions/" + code + "/statements", body, null);
  }

  @Nullable WriteStep correct() {
    RandomStatement target = texts.uncorrected(statements);
    if (target == null) {
      return null;
    }
    ObjectNode body = texts.chance(20) ? texts.nothing() : texts.onCondition();
    String ally = target.body().path("ally").textValue();
    if (ally != null) {
      body.put("ally", ally);
    }
    if (!body.has("void") && texts.chance(60)) {
      body.put("releasability", texts.released());
    }
    return target.isVoid() ? null : step(target.history, body, target);
  }

  private WriteStep step(String history, ObjectNode body, @Nullable RandomStatement target) {
    String ally = body.path("ally").textValue();
    List<String> allies = ally == null ? List.of() : List.of(ally);
    RandomStatement statement = new RandomStatement(history, body, target, caller, allies);
    if (ally == null && statement.releasability().equals("ALLIES_ONLY")) {
      return step(history, body.put("releasability", "COALITION"), target);
    }
    return new WriteStep(
        "say of " + history + " " + statement.body(),
        statement.seen,
        () -> {
          randomWriter.onCondition(statement);
          statements.add(statement);
          if (target != null) {
            target.corrected = true;
          }
        });
  }
}
