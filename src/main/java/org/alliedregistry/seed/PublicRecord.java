package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.ledger.WriteCommand;
import org.alliedregistry.recording.NewPledge;
import org.alliedregistry.recording.NewStatement;
import org.alliedregistry.recording.StatementRecorder;

/**
 * The bundled public record as pledges and statements. They pass the same checks as every write.
 * Their ids are computed from the reference of the pledge and the number of the statement, so each
 * has the same URL in every registry. A number is never given to another statement.
 */
final class PublicRecord {

  /** The name that its entries are recorded by. */
  static final String RECORDER = "public-record";

  private final StrictJson json;

  PublicRecord(StrictJson json) {
    this.json = json;
  }

  List<WriteCommand> commands() {
    List<WriteCommand> commands = new ArrayList<>();
    for (JsonNode pledge : SeedFiles.read("public-record").path("pledges")) {
      commands.addAll(commands((ObjectNode) pledge));
    }
    return commands;
  }

  private List<WriteCommand> commands(ObjectNode pledge) {
    String reference = pledge.path("reference").textValue();
    String id = id(reference);
    JsonNode statements = pledge.path("statements");
    ObjectNode opening = withoutRemarks(pledge);
    opening.remove("statements");
    opening.set("statement", withoutRemarks(statements.get(0)));
    if (opening.hasNonNull("partOf")) {
      opening.put("partOf", id(opening.path("partOf").textValue()));
    }
    List<WriteCommand> commands = new ArrayList<>();
    ParsedBody<NewPledge> opened = json.read(opening, NewPledge.class);
    commands.add(
        registry ->
            StatementRecorder.open(
                registry, opened, id, statementId(reference, statements.get(0)), RECORDER));
    for (int i = 1; i < statements.size(); i++) {
      JsonNode statement = statements.get(i);
      ParsedBody<NewStatement> next = json.read(withoutRemarks(statement), NewStatement.class);
      String statementId = statementId(reference, statement);
      commands.add(
          registry ->
              StatementRecorder.append(
                  registry,
                  Objects.requireNonNull(registry.pledge(id).orElse(null)),
                  next,
                  statementId));
    }
    return commands;
  }

  /** Removes what only the published list shows. */
  private static ObjectNode withoutRemarks(JsonNode node) {
    ObjectNode plain = node.deepCopy();
    plain.remove(List.of("number", "report", "why"));
    return plain;
  }

  /** The first release counted the statements of a pledge from 0. */
  private static String statementId(String reference, JsonNode statement) {
    return id(reference + "#" + (statement.path("number").intValue() - 1));
  }

  static String id(String reference) {
    return UUID.nameUUIDFromBytes((RECORDER + ":" + reference).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
