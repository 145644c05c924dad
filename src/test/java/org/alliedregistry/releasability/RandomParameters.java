package org.alliedregistry.releasability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.alliedregistry.http.InstantSerializer;
import org.alliedregistry.support.Json;

/** The parameters of random questions. */
final class RandomParameters {

  private static final List<String> RUNGS =
      List.of("CONSIDERING", "PLEDGED", "COMMITTED", "ALLOCATED", "IN_PLACE");
  private static final List<String> ROLES = List.of("SUPPLIER", "PAYER", "PAYER", "ANY", "ANYONE");
  private static final List<String> DAYS = List.of("0", "30", "180", "365");
  private static final List<String> PROGRAMMES = List.of("PURL", "PURL", "PURLS");
  private static final List<String> BASELINES =
      List.of(
          "four-brigades-ten-squadrons",
          "steel-hedgehog",
          "euro-atlantic-framework",
          WriteScript.BASELINE);

  private static final List<String> SORT =
      List.of(
          "title",
          "-recordedAt",
          "firstSaidOn",
          "-lastSaidOn",
          "status",
          "-rung",
          "availableUntil");

  private final StatementTexts texts;
  private final WriteScript script;
  private final RandomWriter randomWriter;

  RandomParameters(StatementTexts texts, WriteScript script, RandomWriter randomWriter) {
    this.texts = texts;
    this.script = script;
    this.randomWriter = randomWriter;
  }

  /** One query being put together. */
  final class Query {

    private final List<String> parts = new ArrayList<>();

    Query with(int percent, String name, Supplier<String> value) {
      if (texts.chance(percent)) {
        parts.add(name + "=" + URLEncoder.encode(value.get(), StandardCharsets.UTF_8));
      }
      return this;
    }

    String on(String path) {
      return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }
  }

  /** The audience, the instant and the evidence of a question. */
  Query viewpoint() {
    return new Query()
        .with(40, "knownAt", this::instant)
        .with(50, "evidence", () -> texts.pick(List.of("REPORTED", "SPECULATIVE", "OFFICIAL")))
        .with(15, "audience", () -> texts.pick(List.of("PUBLIC", "COALITION", "SECRET")));
  }

  Query view() {
    return viewpoint().with(60, "validAt", texts::day);
  }

  Query list() {
    return view().with(60, "limit", () -> texts.pick(List.of("1", "2", "3", "7", "500", "0")));
  }

  Query question() {
    return coverage(view());
  }

  /** A question about a span of days. */
  Query span() {
    return days(coverage(viewpoint()));
  }

  /** The same, as it stands on one day. */
  Query spanOfOneDay() {
    return days(coverage(view()));
  }

  private Query days(Query query) {
    String value = texts.day();
    String other = texts.day();
    boolean inOrder = value.compareTo(other) < 0;
    return query
        .with(98, "from", () -> inOrder ? value : other)
        .with(98, "to", () -> inOrder ? other : value);
  }

  /** What changed between two days, or between two instants. */
  Query changes() {
    if (texts.chance(50)) {
      return span();
    }
    String value = instant();
    String other = instant();
    boolean inOrder = Instant.parse(value).isBefore(Instant.parse(other));
    return coverage(viewpoint())
        .with(100, "from", () -> inOrder ? value : other)
        .with(100, "to", () -> inOrder ? other : value)
        .with(30, "validAt", texts::day);
  }

  private Query coverage(Query query) {
    return query
        .with(40, "baseline", () -> texts.pick(BASELINES))
        .with(8, "version", () -> texts.pick(List.of("1", "2", "9")))
        .with(40, "rung", () -> texts.pick(RUNGS))
        .with(30, "assume", this::condition)
        .with(15, "deny", this::condition)
        .with(15, "within", () -> texts.pick(List.of("0", "20", "60")))
        .with(15, "ally", this::allies)
        .with(10, "group", this::groups)
        .with(15, "without", this::allies)
        .with(15, "refuse", this::caveat)
        .with(25, "role", () -> texts.pick(ROLES))
        .with(10, "financedBy", this::payers)
        .with(8, "programme", () -> texts.pick(PROGRAMMES))
        .with(8, "origin", () -> texts.pick(StatementTexts.ORIGINS))
        .with(10, "ratesOn", () -> texts.pick(List.of("2025-09-01", "2026-06-15")))
        .with(10, "rotation", () -> texts.pick(List.of("2", "3")))
        .with(15, "freshness", () -> texts.pick(DAYS));
  }

  /** Of the list of pledges. */
  Query filters() {
    return list()
        .with(20, "ally", this::allies)
        .with(10, "group", this::groups)
        .with(25, "role", () -> texts.pick(ROLES))
        .with(10, "financedBy", this::payers)
        .with(8, "programme", () -> texts.pick(PROGRAMMES))
        .with(8, "origin", () -> texts.pick(StatementTexts.ORIGINS))
        .with(15, "capability", () -> texts.pick(StatementTexts.CAPABILITIES))
        .with(15, "purpose", () -> texts.pick(StatementTexts.PURPOSES))
        .with(20, "position", () -> texts.pick(List.of("PLEDGED", "CONSIDERING,DECLINED")))
        .with(15, "rung", () -> texts.pick(RUNGS))
        .with(15, "condition", () -> texts.pick(StatementTexts.CONDITIONS))
        .with(15, "reference", this::reference)
        .with(30, "q", this::word)
        .with(20, "staleAfter", () -> texts.pick(DAYS))
        .with(15, "overdue", () -> texts.pick(List.of("true", "false")))
        .with(15, "stale", () -> texts.pick(List.of("true", "false")))
        .with(15, "dueBefore", texts::day)
        .with(15, "baseline", () -> texts.pick(BASELINES))
        .with(15, "status", () -> texts.pick(List.of("PLEDGED", "NOT_HEARD", "EXPIRED,DECLINED")))
        .with(10, "place", () -> texts.pick(List.of("IN_UKRAINE", "ELSEWHERE,BLACK_SEA")))
        .with(10, "disputed", () -> texts.pick(List.of("true", "false")))
        .with(10, "financed", () -> texts.pick(List.of("true", "false")))
        .with(10, "saidBefore", texts::day)
        .with(10, "saidAfter", texts::day)
        .with(10, "expiresBefore", texts::day)
        .with(10, "ids", this::pledge)
        .with(35, "sort", () -> texts.pick(SORT));
  }

  /** Of the reconciliation. */
  Query reconciliation() {
    return list()
        .with(20, "ally", this::allies)
        .with(25, "role", () -> texts.pick(ROLES))
        .with(10, "financedBy", this::payers)
        .with(15, "capability", () -> texts.pick(StatementTexts.CAPABILITIES))
        .with(15, "purpose", () -> texts.pick(StatementTexts.PURPOSES))
        .with(15, "baseline", () -> texts.pick(BASELINES));
  }

  /** Of the list of statements. */
  Query statements() {
    return list()
        .with(20, "ally", this::allies)
        .with(25, "role", () -> texts.pick(ROLES))
        .with(8, "programme", () -> texts.pick(PROGRAMMES))
        .with(15, "capability", () -> texts.pick(StatementTexts.CAPABILITIES))
        .with(15, "purpose", () -> texts.pick(StatementTexts.PURPOSES))
        .with(20, "position", () -> texts.pick(List.of("PLEDGED", "CONSIDERING,DECLINED")))
        .with(10, "side", () -> texts.pick(List.of("DONOR", "RECIPIENT")))
        .with(10, "saidFrom", texts::day)
        .with(10, "saidTo", texts::day)
        .with(10, "recordedFrom", this::instant)
        .with(10, "recordedTo", this::instant)
        .with(15, "speaker", this::word)
        .with(20, "q", this::word)
        .with(20, "supersededBy", () -> texts.pick(List.of("false", "true", "no")))
        .with(
            40,
            "sort",
            () -> texts.pick(List.of("saidOn", "-saidOn", "recordedAt", "-recordedAt")));
  }

  /** Of the list of positions. */
  Query positions() {
    return view()
        .with(30, "ally", this::allies)
        .with(15, "group", this::groups)
        .with(50, "role", () -> texts.pick(ROLES))
        .with(15, "financedBy", this::payers)
        .with(15, "programme", () -> texts.pick(PROGRAMMES))
        .with(15, "origin", () -> texts.pick(StatementTexts.ORIGINS));
  }

  private String groups() {
    return texts.pick(List.of("BALTIC", "NB8", "E3,WEIMAR", "BALTICS"));
  }

  private String payers() {
    return texts.pick(List.of("DEU", "NOR", "EST", "DEU,NOR", "DEUT"));
  }

  String allies() {
    return texts.chance(60)
        ? texts.pick(StatementTexts.ALLIES)
        : texts.pick(StatementTexts.ALLIES) + "," + texts.pick(List.of("USA", "ESTT", "DEU"));
  }

  private String condition() {
    String code = texts.pick(StatementTexts.CONDITIONS);
    return texts.chance(30) ? code + "@" + texts.pick(StatementTexts.ALLIES) : code;
  }

  private String reference() {
    return script.promises.isEmpty()
        ? "ref-none"
        : texts.pick(script.promises).identity.path("reference").asText("ref-none");
  }

  /** That somebody may have said. */
  String word() {
    String word = texts.pick(texts.vocabulary);
    return texts.chance(30) ? word.substring(0, 2).toUpperCase(Locale.ROOT) : word;
  }

  /** At, before or after something was recorded, seen or not. */
  String instant() {
    return InstantSerializer.text(texts.pick(randomWriter.instants));
  }

  /** A code that may have been said of a pledge, by whom one may hear or not. */
  String caveat() {
    List<String> all = script.promises.stream().flatMap(p -> p.caveats.stream()).toList();
    return all.isEmpty() ? "NOT_SAID" : texts.pick(all);
  }

  /** The id of a pledge, often of one that is hidden, or of nothing at all. */
  String pledge() {
    if (script.promises.isEmpty() || texts.chance(10)) {
      return texts.pick(List.of("7c9e6679-7425-40de-944b-e07fc1f90ae7", "x"));
    }
    List<RandomPledge> hidden = script.promises.stream().filter(promise -> !promise.seen).toList();
    return texts.pick(hidden.isEmpty() || texts.chance(60) ? script.promises : hidden).id;
  }

  /** The id of a statement, mostly of that pledge, often of one that is hidden. */
  String statement(String pledge) {
    boolean onlyHidden = texts.chance(40);
    List<String> ids =
        script.promises.stream()
            .filter(promise -> promise.id.equals(pledge) || texts.chance(2))
            .flatMap(promise -> promise.statements.stream())
            .filter(statement -> !onlyHidden || !statement.seen)
            .map(statement -> statement.id)
            .toList();
    return ids.isEmpty() || texts.chance(5)
        ? "11111111-7425-40de-944b-e07fc1f90ae7"
        : texts.pick(ids);
  }

  /** The path of a declaration, often of one that is hidden, or of nothing at all. */
  String declaration() {
    List<RandomDeclaration> all = script.onDeclarations.declarations;
    if (all.isEmpty() || texts.chance(10)) {
      return "/v1/declarations/7c9e6679-7425-40de-944b-e07fc1f90ae7";
    }
    List<RandomDeclaration> hidden = all.stream().filter(each -> !each.seen).toList();
    return texts.pick(hidden.isEmpty() || texts.chance(60) ? all : hidden).path();
  }

  /** The path of one of the statements on a declaration. */
  String onDeclaration() {
    List<String> paths =
        script.onDeclarations.declarations.stream()
            .flatMap(each -> each.statements.stream().map(s -> each.path() + "/statements/" + s.id))
            .toList();
    return paths.isEmpty() ? declaration() : texts.pick(paths);
  }

  /** The body that opens a pledge, now and then as a part of one that may be hidden. */
  ObjectNode opening() {
    ObjectNode body = texts.identity();
    if (texts.chance(40)) {
      body.put("partOf", pledge());
    }
    String capability = body.get("capability").asText();
    body.set("statement", texts.statement(capability, true, StatementTexts.CONDITIONS));
    return body;
  }

  /** What may be said next of a pledge, now and then in place of what may be hidden. */
  ObjectNode with(String pledge) {
    List<String> liftable = texts.chance(50) ? StatementTexts.CONDITIONS : List.of(caveat());
    ObjectNode body = texts.statement(capability(pledge), texts.chance(50), liftable);
    return texts.chance(30) ? body.put("corrects", statement(pledge)) : body;
  }

  /** The body of a what-if. */
  String supposition() {
    var body = Json.object("");
    if (texts.chance(40)) {
      body.putArray("pledges").add(opening());
    }
    if (texts.chance(60)) {
      String pledge = pledge();
      body.putArray("statements").addObject().put("pledge", pledge).set("statement", with(pledge));
    }
    if (texts.chance(40)) {
      String code = texts.pick(StatementTexts.CONDITIONS);
      body.putArray("conditions").addObject().put("code", code).put("state", "MET");
    }
    return body.toString();
  }

  private String capability(String pledge) {
    return script.promises.stream()
        .filter(promise -> promise.id.equals(pledge))
        .map(promise -> promise.capability)
        .findFirst()
        .orElse("LAND_FORCES");
  }
}
