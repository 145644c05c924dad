package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.alliedregistry.pledge.web.NewPledge;
import org.alliedregistry.pledge.web.NewStatement;
import org.alliedregistry.pledge.web.StatementIntake;
import org.alliedregistry.problem.Sent;
import org.alliedregistry.problem.StrictJson;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Registry;

/**
 * The bundled public record as pledges and statements, through the checks that every write passes.
 * Their ids follow from the references, so that a pledge of the record has the same address in
 * every registry.
 */
final class PublicRecord {

  /** Under whose name it is recorded. */
  static final String RECORDER = "public-record";

  private final StrictJson json;

  PublicRecord(StrictJson json) {
    this.json = json;
  }

  List<Function<Registry, List<Content>>> plans() {
    List<Function<Registry, List<Content>>> plans = new ArrayList<>();
    for (JsonNode pledge : Bundle.read("public-record").path("pledges")) {
      plans.addAll(plans((ObjectNode) pledge));
    }
    return plans;
  }

  private List<Function<Registry, List<Content>>> plans(ObjectNode pledge) {
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
    List<Function<Registry, List<Content>>> plans = new ArrayList<>();
    Sent<NewPledge> opened = json.read(opening, NewPledge.class);
    plans.add(now -> StatementIntake.open(now, opened, id, id(reference + "#0"), RECORDER));
    for (int i = 1; i < statements.size(); i++) {
      Sent<NewStatement> next = json.read(statements.get(i), NewStatement.class);
      String statementId = id(reference + "#" + i);
      plans.add(
          now ->
              StatementIntake.append(
                  now, Objects.requireNonNull(now.pledge(id).orElse(null)), next, statementId));
    }
    return plans;
  }

  /** Which report it comes from and why it was read so is for the listing, not for the registry. */
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
