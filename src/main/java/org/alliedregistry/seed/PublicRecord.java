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
 * Their ids are computed from their references, so a pledge of the record has the same URL in every
 * registry.
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
    List<ObjectNode> statements = new ArrayList<>();
    pledge.path("statements").forEach(s -> statements.add(withoutRemarks((ObjectNode) s)));
    ObjectNode opening = withoutRemarks(pledge);
    opening.remove("statements");
    opening.set("statement", statements.get(0));
    if (opening.hasNonNull("partOf")) {
      opening.put("partOf", id(opening.path("partOf").textValue()));
    }
    List<WriteCommand> commands = new ArrayList<>();
    ParsedBody<NewPledge> opened = json.read(opening, NewPledge.class);
    commands.add(
        registry -> StatementRecorder.open(registry, opened, id, id(reference + "#0"), RECORDER));
    for (int i = 1; i < statements.size(); i++) {
      ParsedBody<NewStatement> next = json.read(statements.get(i), NewStatement.class);
      String statementId = id(reference + "#" + i);
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

  /** Removes the remarks on reports and readings, which only the published list shows. */
  private static ObjectNode withoutRemarks(ObjectNode node) {
    ObjectNode plain = node.deepCopy();
    plain.remove(List.of("report", "why"));
    return plain;
  }

  static String id(String reference) {
    return UUID.nameUUIDFromBytes((RECORDER + ":" + reference).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
