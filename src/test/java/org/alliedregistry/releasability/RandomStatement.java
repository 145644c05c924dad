package org.alliedregistry.releasability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.alliedregistry.support.Json;
import org.jspecify.annotations.Nullable;

/** One statement of the script, of a pledge or a condition. */
final class RandomStatement {

  /** The widest first. */
  static final List<String> LEVELS = List.of("PUBLIC", "COALITION", "ALLIES_ONLY");

  private static final List<String> INHERITED =
      List.of("saidOn", "evidence", "source", "releasability");

  /** The path of all that is said of the same. */
  final String history;

  final @Nullable RandomStatement corrects;

  /** Whether the caller may know of it; that there was no such statement, if it knew of that. */
  final boolean seen;

  /** As it is sent, without what it corrects. */
  private final ObjectNode sent;

  /** With what it takes from what it corrects. */
  private final ObjectNode whole;

  String id = "";
  boolean corrected;

  /**
   * @param allies whose it is
   */
  RandomStatement(
      String history,
      ObjectNode sent,
      @Nullable RandomStatement corrects,
      RestrictedCaller caller,
      Collection<String> allies) {
    this.history = history;
    this.sent = sent;
    this.corrects = corrects;
    if (corrects != null && isForMore(sent, corrects)) {
      List.of("saidOn", "evidence", "source")
          .forEach(field -> sent.putIfAbsent(field, corrects.whole.get(field)));
    }
    this.whole = sent.deepCopy();
    if (corrects != null) {
      INHERITED.stream()
          .filter(field -> !whole.has(field))
          .forEach(field -> whole.set(field, corrects.whole.get(field)));
    }
    if (!whole.has("releasability")) {
      whole.put("releasability", "PUBLIC");
    }
    this.seen = caller.sees(releasability(), allies) && (!isVoid() || mends() != null);
  }

  /** What is for more than saw its target takes nothing of it over unasked. */
  private static boolean isForMore(ObjectNode sent, RandomStatement corrects) {
    return sent.has("releasability")
        && LEVELS.indexOf(sent.get("releasability").asText())
            < LEVELS.indexOf(corrects.releasability());
  }

  String releasability() {
    return whole.get("releasability").asText();
  }

  /** The last seen of those it corrects, one after the other: what it mends for the caller. */
  @Nullable RandomStatement mends() {
    RandomStatement target = corrects;
    while (target != null && !target.seen) {
      target = target.corrects;
    }
    return target;
  }

  boolean isVoid() {
    return sent.has("void");
  }

  /** Whether a correction of it must say where the ally stands. */
  boolean stands() {
    return whole.has("position") || (corrects != null && corrects.stands());
  }

  /** All it says, to be said again. */
  ObjectNode content() {
    return Json.without(whole, "releasability");
  }

  String path() {
    return history + "/" + id;
  }

  /** As it is sent by one who knows everything. */
  ObjectNode body() {
    return corrects == null ? sent : sent.deepCopy().put("corrects", corrects.id);
  }

  /** As it is sent as if nothing hidden had ever been said. */
  ObjectNode bodyAsSeen() {
    RandomStatement mended = mends();
    return mended == corrects
        ? body()
        : mended == null ? whole : whole.deepCopy().put("corrects", mended.id);
  }
}
