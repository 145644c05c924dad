package org.alliedregistry.releasability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.alliedregistry.support.Json;
import org.jspecify.annotations.Nullable;

/** A pledge of the script; its id is that of the registry with everything. */
final class RandomPledge {

  final List<String> allies;
  final String capability;

  /** Allies, capability, purpose, and the latest title, reference, shares and financedBy. */
  ObjectNode identity;

  /** What it is recorded to be a part of. */
  @Nullable RandomPledge partOf;

  final List<RandomStatement> statements = new ArrayList<>();

  /** Caveats that everybody has heard of, and all there are. */
  final Set<String> publicCaveats = new TreeSet<>();

  final Set<String> caveats = new TreeSet<>();
  String id = "";
  boolean seen;

  /** It will never be seen: a part of it is seen already, without it. */
  boolean sealed;

  RandomPledge(ObjectNode identity, @Nullable RandomPledge whole) {
    this.identity = identity;
    this.allies = Json.texts(identity.get("allies"));
    this.capability = identity.get("capability").asText();
    this.partOf = whole;
  }

  /** Its identity as one may see it who sees its whole, or does not. */
  ObjectNode identity(boolean everything) {
    ObjectNode body = identity.deepCopy();
    if (partOf != null && (everything || partOf.seen)) {
      body.put("partOf", partOf.id);
    }
    return body;
  }

  /** The same without what never changes. */
  ObjectNode version(boolean everything) {
    return Json.without(identity(everything), "allies", "capability", "purpose");
  }

  String path() {
    return "/v1/pledges/" + id;
  }

  /** Whether nothing has been said of it so far that whoever sees this much may see. */
  boolean isNewTo(String releasability) {
    return statements.stream()
        .filter(statement -> !statement.isVoid())
        .noneMatch(
            statement ->
                RandomStatement.LEVELS.indexOf(statement.releasability())
                    <= RandomStatement.LEVELS.indexOf(releasability));
  }

  /** What was said of it. */
  void remember(RandomStatement statement) {
    statements.add(statement);
    statement.body().path("caveats").forEach(code -> caveats.add(code.asText()));
    if (statement.releasability().equals("PUBLIC")) {
      statement.body().path("caveats").forEach(code -> publicCaveats.add(code.asText()));
    }
    if (statement.corrects != null) {
      statement.corrects.corrected = true;
    }
    sealWhole();
  }

  /** A whole that stays hidden while a part of it is seen is kept hidden. */
  void sealWhole() {
    if (seen && partOf != null && !partOf.seen) {
      partOf.sealed = true;
    }
  }
}
