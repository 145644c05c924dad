package org.alliedregistry.releasability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.alliedregistry.support.Json;
import org.jspecify.annotations.Nullable;

/** What may be said, made up from a seed. */
final class StatementTexts {

  static final List<String> ALLIES = List.of("EST", "LTU", "FRA", "GBR", "NOR", "POL");
  static final List<String> CAPABILITIES =
      List.of("LAND_FORCES", "LAND_FORCES", "COMBAT_AIRCRAFT", "NAVAL_PRESENCE", "FPV_DRONES");
  static final List<String> PURPOSES =
      List.of("GUARANTEE_FORCE", "GUARANTEE_FORCE", "GUARANTEE_FORCE", "AID_TO_UKRAINE");
  static final List<String> ORIGINS = List.of("FROM_STOCK", "NEW_PURCHASE", "NEW_PRODUCTION");
  static final List<String> PER_ALLY = List.of("PARLIAMENTARY_APPROVAL", "CABINET_DECISION");
  static final List<String> CONDITIONS =
      List.of("AFTER_CEASEFIRE", "US_BACKSTOP", "PARLIAMENTARY_APPROVAL", "CABINET_DECISION");

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
  private static final int DAYS = 450;

  /** The number of fields of the attribution. */
  private static final int ATTRIBUTED = 5;

  private final Random random;

  /** Words that stand in notes, wordings and titles, seen or not. */
  final List<String> vocabulary = new ArrayList<>();

  StatementTexts(Random random) {
    this.random = random;
  }

  /** All fields of a statement but its releasability. */
  ObjectNode statement(String capability, boolean stands, Collection<String> liftable) {
    ObjectNode body = attributed();
    if (chance(8)) {
      return body.put("position", pick(List.of("DECLINED", "WITHDRAWN")));
    }
    if (stands || chance(30)) {
      body.put("position", pick(List.of("PLEDGED", "PLEDGED", "PLEDGED", "CONSIDERING")));
    }
    List<String> units = units(capability);
    if (!body.has("position") && chance(15)) {
      body.put("side", "RECIPIENT");
      return body.set("inPlace", part(units));
    }
    maybe(body, "amount", stands ? 75 : 40, () -> quantity(units));
    maybe(body, "wording", 15, () -> text("about " + word()));
    maybe(body, "committed", 25, () -> part(units));
    maybe(body, "allocated", 20, () -> part(units));
    maybe(body, "inPlace", 25, () -> part(units));
    maybe(body, "place", 50, () -> text(pick(List.of("IN_UKRAINE", "IN_UKRAINE", "BLACK_SEA"))));
    maybe(body, "availableFrom", 30, () -> text(day()));
    if (!body.hasNonNull("availableFrom")) {
      maybe(body, "availableUntil", 20, () -> text(day()));
      maybe(body, "dueOn", 25, () -> text(day()));
    }
    maybe(body, "daysToInPlace", 35, () -> Json.read(Integer.toString(random.nextInt(60))));
    maybe(body, "conditions", 30, () -> codes(CONDITIONS));
    if (chance(12) && !body.hasNonNull("conditions") && !liftable.isEmpty()) {
      body.putArray("lifts").add(pick(List.copyOf(liftable)));
    } else if (chance(15)) {
      body.putArray("caveats").add("NOT_" + word().toUpperCase(Locale.ROOT));
    }
    if (saysNothing(body)) {
      body.put("place", "IN_UKRAINE");
    }
    return body;
  }

  /** Nulls say nothing. */
  private static boolean saysNothing(ObjectNode body) {
    return StreamSupport.stream(body.spliterator(), false).filter(field -> !field.isNull()).count()
        == ATTRIBUTED;
  }

  /** All fields of a statement on a condition but its releasability. */
  ObjectNode onCondition() {
    return attributed().put("state", pick(List.of("MET", "MET", "FAILED", "OPEN")));
  }

  /**
   * All fields of a statement on a declaration but its releasability. More take part than named.
   */
  ObjectNode onDeclaration(boolean needsTitle) {
    ObjectNode body = attributed();
    if (needsTitle || chance(50)) {
      body.put("title", "Declared " + word());
    }
    if (chance(60)) {
      body.put("participants", 20 + random.nextInt(20));
    }
    var named = body.putArray("named");
    ALLIES.stream().filter(ally -> chance(40)).forEach(named::add);
    if (!body.has("title") && !body.has("participants") && named.isEmpty()) {
      body.put("participants", 26);
    }
    return body;
  }

  private ObjectNode attributed() {
    ObjectNode body = Json.object("");
    body.put("saidOn", day());
    body.put("evidence", pick(List.of("OFFICIAL", "OFFICIAL", "REPORTED", "SPECULATIVE")));
    body.put("speaker", "Minister " + word());
    body.set("source", Json.object("title: 'Of the script'"));
    return body.put("note", "noted " + word());
  }

  /** Whose, of what, for what, without a whole. */
  ObjectNode identity() {
    ObjectNode body = Json.object("");
    List<String> allies = new ArrayList<>(ALLIES);
    Collections.shuffle(allies, random);
    int count = chance(70) ? 1 : 2 + random.nextInt(2);
    allies.subList(0, count).forEach(body.putArray("allies")::add);
    body.put("capability", pick(CAPABILITIES));
    return version(body.put("purpose", pick(PURPOSES)));
  }

  /** The same allies, capability and purpose with another title and whatever has versions. */
  ObjectNode version(ObjectNode identity) {
    ObjectNode body =
        Json.without(identity, "reference", "shares", "financedBy", "programme", "origin");
    body.put("title", "Titled " + word());
    if (chance(50)) {
      body.put("reference", "ref-" + word());
    }
    JsonNode allies = body.get("allies");
    if (allies.size() > 1 && chance(50)) {
      ObjectNode shares = body.putObject("shares");
      allies.forEach(ally -> shares.put(ally.asText(), 1 + random.nextInt(4)));
    }
    if (chance(30)) {
      body.putArray("financedBy").add(pick(List.of("DEU", "NOR", "EST")));
    }
    if (chance(25)) {
      body.put("programme", "PURL");
    }
    if (chance(25)) {
      body.put("origin", pick(ORIGINS));
    }
    return body;
  }

  private String word() {
    String word = "w" + Integer.toString(random.nextInt(36 * 36 * 36 * 36), 36);
    vocabulary.add(word);
    return word;
  }

  String day() {
    return FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
  }

  private JsonNode part(List<String> units) {
    int kind = random.nextInt(5);
    return kind == 0
        ? Json.object("all: true")
        : kind == 1 ? Json.object("unit: '" + units.get(0) + "'") : quantity(units);
  }

  private ObjectNode quantity(List<String> units) {
    String unit = pick(units);
    int max = unit.equals(units.get(0)) ? 3000 : 4;
    int low = random.nextInt(max);
    ObjectNode body = Json.object("unit: '" + unit + "'");
    int kind = random.nextInt(5);
    if (kind != 1) {
      body.put("low", low);
    }
    if (low > 0 && chance(15)) {
      body.put("approximate", true);
    }
    return kind == 0 ? body : body.put("high", kind < 3 ? low + random.nextInt(max) : low);
  }

  static List<String> units(String capability) {
    return switch (capability) {
      case "LAND_FORCES" -> List.of("troops", "company", "battalion", "brigade");
      case "COMBAT_AIRCRAFT" -> List.of("aircraft", "squadron");
      case "NAVAL_PRESENCE" -> List.of("ship", "support_package");
      default -> List.of("drone");
    };
  }

  private JsonNode codes(List<String> all) {
    var some = Json.object("").putArray("codes");
    all.stream().filter(code -> chance(35)).forEach(some::add);
    return some;
  }

  private static JsonNode text(String text) {
    return Json.object("").put("text", text).get("text");
  }

  private void maybe(ObjectNode body, String field, int percent, Supplier<JsonNode> value) {
    if (chance(percent)) {
      switch (random.nextInt(20)) {
        case 0 -> body.putNull(field);
        case 1 -> body.withArray("/clears").add(field);
        default -> body.set(field, value.get());
      }
    }
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Who may see it: everybody as often as not. */
  String released() {
    return pick(List.of("PUBLIC", "PUBLIC", "COALITION", "ALLIES_ONLY"));
  }

  /** There was no such statement; said to those who saw it, or to others. */
  ObjectNode nothing() {
    ObjectNode body = Json.object("void: true");
    return chance(50) ? body : body.put("releasability", released());
  }

  /** One that nothing corrects yet, often one that mends unseen what was seen. */
  @Nullable RandomStatement uncorrected(List<RandomStatement> statements) {
    List<RandomStatement> open =
        statements.stream().filter(statement -> !statement.corrected).toList();
    List<RandomStatement> between =
        open.stream().filter(statement -> !statement.seen && statement.mends() != null).toList();
    return open.isEmpty() ? null : pick(between.isEmpty() || chance(30) ? open : between);
  }
}
