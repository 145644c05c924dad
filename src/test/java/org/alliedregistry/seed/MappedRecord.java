package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The public record twice: the reports as they were researched, and the pledges and statements that
 * were made of them.
 *
 * @param reports by id
 * @param conditions the conditions that something was said of, with their statements
 * @param declarations what groups said together, with their statements
 * @param leftOut why a report became no statement, by its id
 * @param notTaken the proposed corrections that the record does not follow
 */
record MappedRecord(
    SortedMap<String, JsonNode> reports,
    List<JsonNode> pledges,
    List<JsonNode> conditions,
    List<JsonNode> declarations,
    SortedMap<String, String> leftOut,
    List<JsonNode> notTaken) {

  static final MappedRecord BUNDLED = read();

  /** One statement of a pledge; its number counts from 1. */
  record Mapped(JsonNode pledge, JsonNode statement) {

    /** Its number in the pledge, from 1; it is never given to another statement. */
    int number() {
      return statement.path("number").intValue();
    }

    /** Whether the recipient speaks, of what has come so far. */
    boolean isOfTheRecipient() {
      return statement.path("side").asText().equals("RECIPIENT");
    }

    String report() {
      return statement.path("report").textValue();
    }

    String reference() {
      return pledge.path("reference").textValue();
    }

    /** Where it stands. */
    @Override
    public String toString() {
      return report() + " at " + reference() + " #" + number();
    }
  }

  List<Mapped> statements() {
    List<Mapped> statements = new ArrayList<>();
    for (JsonNode pledge : pledges) {
      for (JsonNode statement : pledge.path("statements")) {
        statements.add(new Mapped(pledge, statement));
      }
    }
    return statements;
  }

  /** The day of the last word. */
  String lastDay() {
    return Stream.concat(statements().stream().map(Mapped::statement), facts())
        .map(statement -> statement.path("saidOn").asText())
        .max(String::compareTo)
        .orElseThrow();
  }

  /** The statements of conditions and declarations that a report became. */
  List<JsonNode> factsOf(String report) {
    return facts().filter(fact -> fact.path("report").asText().equals(report)).toList();
  }

  /** The statements of conditions and declarations. */
  Stream<JsonNode> facts() {
    return Stream.of(conditions, declarations)
        .flatMap(List::stream)
        .flatMap(subject -> list(subject.path("statements")).stream());
  }

  List<Mapped> statementsOf(String report) {
    return statements().stream().filter(s -> s.report().equals(report)).toList();
  }

  JsonNode reportOf(Mapped statement) {
    return Objects.requireNonNull(reports.get(statement.report()), statement.toString());
  }

  /** The texts of an array, none where there is none. */
  static List<String> texts(JsonNode array) {
    return list(array).stream().map(JsonNode::textValue).toList();
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static MappedRecord read() {
    JsonNode record = SeedFiles.read("public-record");
    SortedMap<String, JsonNode> reports = new TreeMap<>();
    researched("reports").forEach(report -> reports.put(report.path("id").textValue(), report));
    SortedMap<String, String> leftOut = new TreeMap<>();
    record
        .path("leftOut")
        .forEach(out -> leftOut.put(out.path("report").textValue(), out.path("why").textValue()));
    return new MappedRecord(
        reports,
        list(record.path("pledges")),
        list(record.path("conditions")),
        list(record.path("declarations")),
        leftOut,
        list(researched("not-taken")));
  }

  private static JsonNode researched(String file) {
    String path = "/public-record/" + file + ".json";
    try (InputStream in = MappedRecord.class.getResourceAsStream(path)) {
      return JsonMapper.builder().build().readTree(Objects.requireNonNull(in, path));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
