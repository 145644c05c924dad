package org.alliedregistry.releasability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the secretariat writes of declarations. */
final class DeclarationScript {

  private final StatementTexts texts;
  private final RestrictedCaller caller;
  private final RandomWriter randomWriter;

  final List<RandomDeclaration> declarations = new ArrayList<>();

  DeclarationScript(StatementTexts texts, RestrictedCaller caller, RandomWriter randomWriter) {
    this.texts = texts;
    this.caller = caller;
    this.randomWriter = randomWriter;
  }

  WriteStep open() {
    ObjectNode body = texts.onDeclaration(true).put("releasability", texts.released());
    return step(new RandomDeclaration(), body, null, body.withArray("/named"));
  }

  WriteStep say() {
    if (declarations.isEmpty()) {
      return open();
    }
    RandomDeclaration declaration = texts.pick(declarations);
    ObjectNode body = texts.onDeclaration(!declaration.hasPublicTitleBeside(null));
    body.put("releasability", texts.released());
    return step(declaration, body, null, body.withArray("/named"));
  }

  /** A correction names whom its target names, so that it may be for these allies only. */
  @Nullable WriteStep correct() {
    RandomDeclaration declaration = declarations.isEmpty() ? null : texts.pick(declarations);
    RandomStatement target = declaration == null ? null : texts.uncorrected(declaration.statements);
    if (declaration == null || target == null || target.isVoid()) {
      return null;
    }
    boolean voids = texts.chance(20);
    ArrayNode named = (ArrayNode) target.body().get("named");
    ObjectNode body =
        voids
            ? texts.nothing()
            : texts.onDeclaration(!declaration.hasPublicTitleBeside(target)).set("named", named);
    if (!voids && texts.chance(60)) {
      body.put("releasability", texts.released());
    }
    return step(declaration, body, target, named);
  }

  /** What names nobody cannot be for those alone whom it names. */
  private WriteStep step(
      RandomDeclaration declaration,
      ObjectNode body,
      @Nullable RandomStatement target,
      ArrayNode named) {
    List<String> allies = new ArrayList<>();
    for (JsonNode ally : named) {
      allies.add(ally.asText());
    }
    RandomStatement statement =
        new RandomStatement(declaration.path() + "/statements", body, target, caller, allies);
    if (allies.isEmpty() && statement.releasability().equals("ALLIES_ONLY")) {
      return step(declaration, body.put("releasability", "COALITION"), target, named);
    }
    return new WriteStep(
        "declare " + declaration.id + " " + statement.body(),
        statement.seen,
        () -> {
          if (declaration.statements.isEmpty()) {
            declarations.add(declaration);
          }
          randomWriter.declare(declaration, statement);
          declaration.statements.add(statement);
          if (target != null) {
            target.corrected = true;
          }
        });
  }
}
