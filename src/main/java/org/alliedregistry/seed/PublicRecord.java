package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.ledger.WriteCommand;
import org.jspecify.annotations.Nullable;

/**
 * The bundled public record as pledges and statements. They pass the same checks as every write.
 * Their ids are computed from the reference of the pledge and the number of the statement, so each
 * has the same URL in every registry. A number is never given to another statement.
 */
final class PublicRecord {

  /** The name that its entries are recorded by. */
  static final String RECORDER = "public-record";

  private final StrictJson json;
  private final JsonNode file;

  PublicRecord(StrictJson json) {
    this(json, SeedFiles.read("public-record"));
  }

  PublicRecord(StrictJson json, JsonNode file) {
    this.json = json;
    this.file = file;
  }

  /** The commands that record it in a registry that has reference data only. */
  List<WriteCommand> commands() {
    List<WriteCommand> commands = new ArrayList<>();
    subjects(RegistrySnapshot.EMPTY).forEach(subject -> commands.addAll(subject.commands()));
    return commands;
  }

  /**
   * The steps that make the public record in a registry the bundled one. What others recorded
   * stays.
   */
  List<UpdateStep> steps(RegistrySnapshot registry) {
    List<BundledPledge> pledges = pledges(registry);
    List<UpdateStep> steps = new ArrayList<>();
    Set<String> references =
        pledges.stream().map(BundledPledge::reference).collect(Collectors.toSet());
    Set<String> parts =
        pledges.stream()
            .filter(BundledPledge::isPart)
            .map(BundledPledge::id)
            .collect(Collectors.toSet());
    for (String id : noLongerBundled(registry, pledges)) {
      steps.add(PledgeVersions.release(id, references, parts));
    }
    pledges.forEach(pledge -> steps.add(PledgeVersions.keep(pledge, json)));
    subjects(registry).forEach(subject -> steps.addAll(subject.steps(registry)));
    return steps;
  }

  /** All that the bundled record or the public record in a registry has statements on. */
  private List<BundledSubject<?>> subjects(RegistrySnapshot registry) {
    List<BundledSubject<?>> subjects = new ArrayList<>();
    List<BundledPledge> pledges = pledges(registry);
    pledges.forEach(pledge -> subjects.add(subject(pledge.id(), pledge)));
    noLongerBundled(registry, pledges).forEach(id -> subjects.add(subject(id, null)));
    conditions(registry)
        .forEach(
            (code, statements) ->
                subjects.add(
                    new BundledSubject<>(
                        "/v1/conditions/" + code, new ConditionSubject(code, json), statements)));
    declarations(registry)
        .forEach(
            (id, statements) ->
                subjects.add(
                    new BundledSubject<>(
                        "/v1/declarations/" + id, new DeclarationSubject(id, json), statements)));
    return subjects;
  }

  private BundledSubject<?> subject(String id, @Nullable BundledPledge pledge) {
    return new BundledSubject<>(
        "/v1/pledges/" + id,
        new PledgeSubject(id, pledge, json),
        pledge == null ? List.of() : pledge.statements());
  }

  /** The pledges of the file, with the ids that they have in a registry. */
  List<BundledPledge> pledges(RegistrySnapshot registry) {
    Map<String, String> keys = new HashMap<>();
    for (JsonNode pledge : file.path("pledges")) {
      keys.put(BundledPledge.reference(pledge), BundledPledge.key(pledge, registry));
    }
    List<BundledPledge> pledges = new ArrayList<>();
    file.path("pledges").forEach(pledge -> pledges.add(BundledPledge.of(pledge, keys)));
    return pledges;
  }

  /**
   * The ids of the pledges that an earlier release recorded, and that this one does not have. One
   * that cannot give its reference free for a pledge of the file is not among them, so that one of
   * the two counts.
   */
  private static List<String> noLongerBundled(
      RegistrySnapshot registry, List<BundledPledge> pledges) {
    Set<String> ids = pledges.stream().map(BundledPledge::id).collect(Collectors.toSet());
    Set<String> references =
        pledges.stream().map(BundledPledge::reference).collect(Collectors.toSet());
    List<String> noLongerBundled = new ArrayList<>();
    for (PledgeRecord record : registry.pledges().values()) {
      List<Recorded<Pledge>> versions = record.versions().versions();
      if (isOwn(versions.get(0))
          && !ids.contains(record.pledge().id())
          && (isOwn(versions.get(versions.size() - 1))
              || !references.contains(String.valueOf(record.pledge().reference())))) {
        noLongerBundled.add(record.pledge().id());
      }
    }
    return noLongerBundled;
  }

  /** The statements of the file on each condition of the file and of a registry. */
  private Map<String, List<BundledStatement>> conditions(RegistrySnapshot registry) {
    Map<String, List<BundledStatement>> conditions = new LinkedHashMap<>();
    for (JsonNode condition : file.path("conditions")) {
      conditions.put(condition.path("code").textValue(), ConditionSubject.bundled(condition));
    }
    registry.conditions().keySet().forEach(code -> conditions.putIfAbsent(code, List.of()));
    return conditions;
  }

  /** The statements of the file on each declaration of the file and of a registry, by its id. */
  private Map<String, List<BundledStatement>> declarations(RegistrySnapshot registry) {
    Map<String, List<BundledStatement>> declarations = new LinkedHashMap<>();
    for (JsonNode declaration : file.path("declarations")) {
      String key = DeclarationSubject.key(declaration.path("reference").textValue());
      declarations.put(id(key), BundledStatement.of(key, declaration.path("statements")));
    }
    registry.declarations().keySet().forEach(id -> declarations.putIfAbsent(id, List.of()));
    return declarations;
  }

  /** Whether a registry has a public record, of this release or another. */
  static boolean isIn(RegistrySnapshot registry) {
    return registry.pledges().values().stream()
        .anyMatch(record -> isOwn(record.versions().versions().get(0)));
  }

  /** Whether the public record recorded it, and not somebody else. */
  static boolean isOwn(Recorded<?> recorded) {
    return recorded.stamp().recordedBy().equals(RECORDER);
  }

  static String id(String reference) {
    return UUID.nameUUIDFromBytes((RECORDER + ":" + reference).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
