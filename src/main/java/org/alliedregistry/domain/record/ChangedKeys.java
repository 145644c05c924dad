package org.alliedregistry.domain.record;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The codes and ids of the objects that some entries changed, by kind. */
record ChangedKeys(
    Set<String> allies,
    Set<String> capabilities,
    Set<String> conditions,
    Set<String> baselines,
    Set<String> exchangeRates,
    Set<String> pledges,
    Set<String> programmes,
    Set<String> declarations,
    Set<String> groups) {

  static ChangedKeys by(List<Entry> entries) {
    ChangedKeys changed =
        new ChangedKeys(
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new LinkedHashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>());
    entries.forEach(entry -> changed.add(entry.content()));
    return changed;
  }

  private void add(EntryContent content) {
    if (content instanceof EntryContent.AllyVersionRecorded version) {
      allies.add(version.ally().code());
    } else if (content instanceof EntryContent.CapabilityVersionRecorded version) {
      capabilities.add(version.capability().code());
    } else if (content instanceof EntryContent.BaselineVersionRecorded version) {
      baselines.add(version.baseline().code());
    } else if (content instanceof EntryContent.ProgrammeVersionRecorded version) {
      programmes.add(version.programme().code());
    } else if (content instanceof EntryContent.GroupVersionRecorded version) {
      groups.add(version.group().code());
    } else if (content instanceof EntryContent.ExchangeRatesVersionRecorded version) {
      exchangeRates.add(version.series().rates().unit());
    } else if (content instanceof EntryContent.ConditionVersionRecorded version) {
      conditions.add(version.condition().code());
    } else if (content instanceof EntryContent.ConditionStatementRecorded recorded) {
      conditions.add(recorded.condition());
    } else if (content instanceof EntryContent.DeclarationStatementRecorded recorded) {
      declarations.add(recorded.statement().declaration());
    } else if (content instanceof EntryContent.PledgeVersionRecorded version) {
      pledges.add(version.pledge().id());
    } else if (content instanceof EntryContent.StatementRecorded recorded) {
      pledges.add(recorded.statement().pledge());
    }
  }

  /** Restores the changed values of a map to their earlier state; without any, returns the map. */
  static <T, M extends Map<String, T>> M undone(
      M now, UnaryOperator<M> copy, Set<String> changed, Function<T, Optional<T>> asOf) {
    if (changed.isEmpty()) {
      return now;
    }
    M then = copy.apply(now);
    for (String key : changed) {
      Optional<T> was = asOf.apply(Objects.requireNonNull(now.get(key)));
      if (was.isPresent()) {
        then.put(key, was.get());
      } else {
        then.remove(key);
      }
    }
    return then;
  }
}
