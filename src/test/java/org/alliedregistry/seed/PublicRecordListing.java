package org.alliedregistry.seed;

import static org.alliedregistry.seed.MappedRecord.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.alliedregistry.seed.MappedRecord.Mapped;

/** The listing of the bundled public record, docs/public-record.md. */
final class PublicRecordListing {

  static final String REFRESH = "./mvnw test -Dtest=PublicRecordListingTest -Ddocs.update=true";

  private static final MappedRecord RECORD = MappedRecord.BUNDLED;

  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> allyNames = new TreeMap<>();

  private PublicRecordListing() {
    for (JsonNode ally : SeedFiles.read("allies")) {
      allyNames.put(ally.path("code").asText(), ally.path("name").asText());
    }
  }

  static String markdown() {
    PublicRecordListing listing = new PublicRecordListing();
    listing.introduction();
    listing.reports();
    listing.notTaken();
    listing.line("## The pledges", "");
    RECORD.pledges().forEach(listing::pledge);
    listing.facts();
    listing.glossary("programmes", "Programmes", "What the record names as the way of giving.");
    listing.line("");
    listing.glossary("conditions", "Conditions", "What must come true before a pledge counts.");
    listing.line("");
    listing.glossary("caveats", "Caveats", "How an ally restricts the use; shown, never computed.");
    return listing.text.toString();
  }

  private void introduction() {
    line("# The bundled public record", "");
    line("<!-- Generated; do not edit. To refresh: " + REFRESH + " -->", "");
    line(
        "What allies have said in public that they will give to a guarantee force for Ukraine and"
            + " to Ukraine's own forces: "
            + RECORD.reports().size()
            + " reports, of which "
            + RECORD.leftOut().size()
            + " are left out for a written reason; the others are read as "
            + RECORD.pledges().size()
            + " pledges with "
            + RECORD.statements().size()
            + " statements. The service loads this record into an empty store.",
        "");
    line(
        "How fresh it is: the last word in it was said on "
            + RECORD.lastDay()
            + ". Nothing that was said later is in it. No page that was read is of a later day than"
            + " the middle of July 2026.",
        "");
    line(
        "Every report was coded from its page: who said it, when, in which grade of evidence, how"
            + " much, under which conditions. A review of the coding corrected some sixty entries"
            + " and left out five reports whose page belongs to, or republishes, Russian state or"
            + " near-state media. A second review read the pages again: it replaced poor pages, named"
            + " the speakers and corrected codings; what was not taken of it is listed below, with"
            + " the reason. A title in square brackets is translated or paraphrased, or describes a"
            + " page whose heading could not be read. The reports were then read into pledges by the rules below; a"
            + " reading that needed more than the rule has its reason beside it. Tests hold every"
            + " statement against its report.",
        "");
    rules();
  }

  private void rules() {
    line("## How a report is read", "");
    line("- One pledge is one promise of an ally, on one capability, for one purpose, on one set");
    line("  of terms; all reports of it, in order of their day, are its statements.");
    line("- A refusal is `DECLINED`, an open question `CONSIDERING`; announced or confirmed is");
    line("  `PLEDGED`; a budget, contract or law is `PLEDGED` with what is committed; handed over");
    line("  or running is `PLEDGED` with what is in place.");
    line("- A number that was not said is not set. A contradicting number of another source is");
    line("  another statement.");
    line("- “About”, “around”, “some”, “roughly” or “approximately” n is n, marked approximate.");
    line(
        "- “Up to”, “as many as”, “nearly”, “almost”, “fewer than” or “below” n is an upper bound");
    line(
        "  alone. “More than”, “over”, “above” or “at least” n, and a floor of n, is a lower bound");
    line("  alone.");
    line("- “Several hundred”, “dozens”, “a very limited number” and the like are wording without");
    line("  a number. The wording says what is offered and how much; other words are in the note.");
    line("- A promise of several allies together is one whole; national figures are its parts.");
    line("  An ally that only pays is named and never counted. A programme, and whether it comes");
    line("  from stock or new production, is named where the report names it.");
    line("- What Ukraine buys, also on credit, is a sale and no aid. Money for Ukraine's arms");
    line("  industry and for production is `INDUSTRY_FINANCE`; all other money is `FUNDING`.");
    line("- Words of somebody else than the ally about its promise are reported, whoever speaks.");
    line("  The recipient is heard on what has come so far, and on nothing else.");
    line("- What a group says together without amounts is a declaration. Totals of many, and what");
    line("  Ukraine makes itself, are no promise of an ally and are left out.");
    line("- A fact that must come true is a condition; a restriction on the use is a caveat.");
    line("- Where the day was not announced, the note of the statement says how it is known.", "");
  }

  private void reports() {
    line("## The reports", "");
    line("| Report | Ally | What it is | Where it went | Why |", "| --- | --- | --- | --- | --- |");
    RECORD.reports().forEach(this::report);
    line("");
  }

  private void notTaken() {
    line("## Corrections that were not taken", "");
    line("What the second review proposed and the record does not follow.", "");
    line("| Reports | Field | Proposed | Why not |", "| --- | --- | --- | --- |");
    for (JsonNode correction : RECORD.notTaken()) {
      row(
          String.join(", ", texts(correction.path("reports"))),
          cell(correction.path("field").asText()),
          cell(correction.path("proposed").asText()),
          cell(correction.path("why").asText()));
    }
    line("");
  }

  private void report(String id, JsonNode report) {
    List<Mapped> statements = RECORD.statementsOf(id);
    String what =
        report.path("description").asText()
            + " ("
            + InWords.lower(report.path("status").asText())
            + ", "
            + InWords.lower(report.path("confidence").asText())
            + ")";
    String where = "left out";
    String why = cell(String.valueOf(RECORD.leftOut().get(id)));
    if (!RECORD.factsOf(id).isEmpty()) {
      where = "[facts](#conditions-and-declarations)";
      why =
          RECORD.factsOf(id).stream()
              .map(fact -> cell(fact.path("why").asText()))
              .collect(Collectors.joining("<br>"));
    }
    if (!statements.isEmpty()) {
      where = statements.stream().map(this::address).collect(Collectors.joining("<br>"));
      why =
          statements.stream().map(s -> cell(why(s))).distinct().collect(Collectors.joining("<br>"));
    }
    row(id, named(report.path("ally").asText()), cell(what), where, why);
  }

  private static String why(Mapped mapped) {
    return mapped.statement().path("why").isTextual()
        ? mapped.statement().path("why").asText()
        : InWords.rule(RECORD.reportOf(mapped), mapped.statement());
  }

  private String address(Mapped mapped) {
    return link(mapped.reference()) + " no. " + mapped.number();
  }

  private static String link(String reference) {
    return "[" + reference + "](#" + reference.toLowerCase(Locale.ROOT) + ")";
  }

  private void pledge(JsonNode pledge) {
    String reference = pledge.path("reference").asText();
    line("### " + reference, "");
    line(escaped(pledge.path("title").asText()) + ".", "");
    line("- Id: `" + PublicRecord.id(reference) + "`");
    line("- Allies: " + named(pledge.path("allies")));
    if (pledge.has("shares")) {
      line("- Shares: `" + pledge.path("shares") + "`");
    }
    if (pledge.has("financedBy")) {
      line("- Financed by: " + named(pledge.path("financedBy")));
    }
    for (String field : List.of("programme", "origin")) {
      if (pledge.has(field)) {
        line("- " + InWords.title(field) + ": `" + pledge.path(field).asText() + "`");
      }
    }
    if (pledge.has("partOf")) {
      line("- Part of: " + link(pledge.path("partOf").asText()));
    }
    line("- Capability: `" + pledge.path("capability").asText() + "`");
    line("- Purpose: `" + pledge.path("purpose").asText() + "`");
    line("- Why one pledge: " + escaped(pledge.path("why").asText()), "");
    line(
        "| No. | Day | Evidence | Report | Says | Source |",
        "| --- | --- | --- | --- | --- | --- |");
    for (JsonNode statement : pledge.path("statements")) {
      row(
          statement.path("number").asText(),
          statement.path("saidOn").asText(),
          InWords.lower(statement.path("evidence").asText()),
          statement.path("report").asText(),
          cell(InWords.with(statement)),
          source(statement.path("source")));
    }
    line("");
  }

  private void facts() {
    line("## Conditions and declarations", "");
    line("What was said of conditions, and what groups said together.", "");
    line(
        "| Subject | Day | Evidence | Report | Says | Source |",
        "| --- | --- | --- | --- | --- | --- |");
    for (JsonNode condition : RECORD.conditions()) {
      condition
          .path("statements")
          .forEach(
              s ->
                  fact(
                      "`" + condition.path("code").asText() + "`",
                      s,
                      InWords.lower(s.path("state").asText())));
    }
    for (JsonNode declaration : RECORD.declarations()) {
      declaration
          .path("statements")
          .forEach(
              s ->
                  fact(
                      cell(declaration.path("statements").path(0).path("title").asText()),
                      s,
                      InWords.declared(s)));
    }
    line("");
  }

  private void fact(String subject, JsonNode statement, String says) {
    String speaker = statement.path("speaker").asText("");
    row(
        subject,
        statement.path("saidOn").asText(),
        InWords.lower(statement.path("evidence").asText()),
        statement.path("report").asText(),
        cell(says + (speaker.isEmpty() ? "" : " (" + speaker + ")")),
        source(statement.path("source")));
  }

  private static String source(JsonNode source) {
    String title = cell(source.path("title").asText());
    String link =
        source.hasNonNull("url")
            ? "[" + title + "](<" + source.path("url").asText().replace("|", "%7C") + ">)"
            : title;
    List<String> parts = new ArrayList<>(List.of(link));
    for (String field : List.of("publisher", "publishedOn")) {
      if (source.hasNonNull(field)) {
        parts.add(cell(source.path(field).asText()));
      }
    }
    return String.join(", ", parts);
  }

  private void glossary(String file, String title, String what) {
    line("## " + title, "", what, "", "| Code | Meaning |", "| --- | --- |");
    for (JsonNode code : SeedFiles.read(file)) {
      String perAlly = code.path("perAlly").asBoolean() ? " Each ally's is its own." : "";
      row(
          "`" + code.path("code").asText() + "`",
          cell(code.path("description").asText() + perAlly));
    }
  }

  private String named(JsonNode codes) {
    return texts(codes).stream().map(this::named).collect(Collectors.joining(", "));
  }

  private String named(String code) {
    return cell(allyNames.getOrDefault(code, code)) + " (" + code + ")";
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String... lines) {
    for (String line : lines) {
      text.append(line).append('\n');
    }
  }

  private static String cell(String plain) {
    return escaped(plain).replace("|", "\\|");
  }

  private static String escaped(String plain) {
    return plain
        .replace("\\", "\\\\")
        .replaceAll("\\s+", " ")
        .replaceAll("([<\\[\\]*`])", "\\\\$1");
  }
}
