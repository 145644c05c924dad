package org.alliedregistry.releasability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the secretariat writes of conditions. */
final class ConditionScript {

  private final StatementTexts phrases;
  private final RestrictedCaller caller;
  private final RandomWriter scribe;

  final List<RandomStatement> said = new ArrayList<>();

  ConditionScript(StatementTexts phrases, RestrictedCaller caller, RandomWriter scribe) {
    this.phrases = phrases;
    this.caller = caller;
    this.scribe = scribe;
  }

  WriteStep say() {
    String code = phrases.pick(StatementTexts.CONDITIONS);
    ObjectNode body = phrases.onCondition();
    boolean perAlly = StatementTexts.PER_ALLY.contains(code);
    if (perAlly && phrases.chance(80)) {
      body.put("ally", phrases.pick(StatementTexts.ALLIES));
    }
    body.put("releasability", phrases.released());
    return step("/v1/conditions/" + code + "/statements", body, null);
  }

  @Nullable WriteStep correct() {
    RandomStatement target = phrases.uncorrected(said);
    if (target == null) {
      return null;
    }
    ObjectNode body = phrases.chance(20) ? phrases.nothing() : phrases.onCondition();
    String ally = target.body().path("ally").textValue();
    if (ally != null) {
      body.put("ally", ally);
    }
    if (!body.has("void") && phrases.chance(60)) {
      body.put("releasability", phrases.released());
    }
    return target.isVoid() ? null : step(target.history, body, target);
  }

  private WriteStep step(String history, ObjectNode body, @Nullable RandomStatement target) {
    String ally = body.path("ally").textValue();
    List<String> allies = ally == null ? List.of() : List.of(ally);
    RandomStatement word = new RandomStatement(history, body, target, caller, allies);
    if (ally == null && word.releasability().equals("ALLIES_ONLY")) {
      return step(history, body.put("releasability", "COALITION"), target);
    }
    return new WriteStep(
        "say of " + history + " " + word.body(),
        word.seen,
        () -> {
          scribe.onCondition(word);
          said.add(word);
          if (target != null) {
            target.corrected = true;
          }
        });
  }
}
