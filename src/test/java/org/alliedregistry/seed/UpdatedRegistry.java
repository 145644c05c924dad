package org.alliedregistry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.record.Versions;
import org.alliedregistry.ledger.Ledger.AuthoredCommands;
import org.alliedregistry.ledger.WriteCommand;
import org.jspecify.annotations.Nullable;

/** A registry that is filled and updated in plain Java, as the ledger does it. */
final class UpdatedRegistry {

  /** The instant of the first entry; each later author writes a second later for each entry. */
  static final Instant START = Instant.parse("2026-07-31T12:00:00Z");

  private RegistrySnapshot registry = RegistrySnapshot.EMPTY;

  /** A registry that was filled with the files of a release. */
  static UpdatedRegistry filled(RecordFiles files) {
    UpdatedRegistry filled = new UpdatedRegistry();
    filled.record(ReferenceData.RECORDER, files.data().commands());
    filled.record(PublicRecord.RECORDER, files.record().commands());
    return filled;
  }

  RegistrySnapshot registry() {
    return registry;
  }

  /** Records the entries of commands at an instant of their own. */
  void record(String author, List<WriteCommand> commands) {
    Instant at = START.plusSeconds(registry.log().size());
    for (WriteCommand command : commands) {
      long sequence = registry.log().size();
      List<Entry> entries = new ArrayList<>();
      for (EntryContent content : command.decide(registry)) {
        String hash = String.format("%064d", ++sequence);
        entries.add(new Entry(EntryStamp.of(sequence, at, author, hash, content), content));
      }
      registry = registry.apply(entries);
    }
  }

  /** Updates it, and returns what was planned. */
  UpdatePlan update(RecordFiles files) {
    UpdatePlan plan = files.planFor(registry);
    for (AuthoredCommands group : plan.commands()) {
      record(group.author(), group.commands());
    }
    return plan;
  }

  /**
   * What counts of the pledges, by identity: the fields of each pledge that is not void, and its
   * uncorrected statements in order, without their ids.
   */
  Map<String, List<Object>> pledges() {
    Map<String, List<Object>> pledges = new TreeMap<>();
    for (PledgeRecord record : registry.pledges().values()) {
      if (!record.isVoid()) {
        List<Object> said = new ArrayList<>();
        said.add(record.pledge().partOf(null).toString().replace(record.pledge().id(), ""));
        said.add(reference(record.pledge().partOf()));
        for (Statement statement : record.pledgeStatements().uncorrected()) {
          said.add(statement.attribution().correcting(null));
          said.add(statement.content());
        }
        assertThat(pledges.put(reference(record.pledge().id()), said)).isNull();
      }
    }
    return pledges;
  }

  private String reference(@Nullable String id) {
    return Optional.ofNullable(id)
        .flatMap(registry::pledge)
        .map(record -> String.valueOf(record.pledge().reference()))
        .orElse("");
  }

  /** What is said of the conditions, by code. */
  Map<String, List<Object>> conditions() {
    Map<String, List<Object>> conditions = new TreeMap<>();
    registry
        .conditionStatements()
        .forEach(
            (code, statements) -> {
              List<Object> said = new ArrayList<>(List.of(statements.condition()));
              statements
                  .uncorrected()
                  .forEach(
                      s ->
                          said.add(
                              List.of(
                                  s.attribution().correcting(null), s.state() + " " + s.ally())));
              conditions.put(code, said);
            });
    return conditions;
  }

  /** The last versions of the reference data but for the version numbers of baselines. */
  Map<String, Object> referenceData() {
    Map<String, Object> data = new LinkedHashMap<>();
    new TreeMap<>(registry.allies()).forEach((code, v) -> data.put("ally " + code, v.latest()));
    registry.capabilities().forEach((code, v) -> data.put("capability " + code, v.latest()));
    registry.exchangeRates().forEach((code, v) -> data.put("rates " + code, v.latest()));
    registry.programmes().forEach((code, v) -> data.put("programme " + code, v.latest()));
    for (Map.Entry<String, Versions<Baseline>> each :
        new TreeMap<>(registry.baselines()).entrySet()) {
      Baseline latest = each.getValue().latest();
      data.put(
          "baseline " + each.getKey(),
          List.of(
              latest.title(), latest.source(), latest.planningFactors(), latest.requirements()));
    }
    return data;
  }
}
