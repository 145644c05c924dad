package org.alliedregistry.api.events;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The events that a reader asks for. It is only applied to entries that the reader may see.
 *
 * @param types the kinds of entry, as in the types of events; empty = all
 * @param allies events on pledges of these allies, or that are about these allies; empty = all
 * @param pledges ids of pledges, whether there are such or not; empty = all
 */
record EventFilter(Set<String> types, Set<String> allies, Set<String> pledges) {

  static final EventFilter ALL = new EventFilter(Set.of(), Set.of(), Set.of());

  static final Map<Class<? extends EntryContent>, String> TYPES =
      Map.ofEntries(
          entry(EntryContent.AllyVersionRecorded.class, "ally"),
          entry(EntryContent.BaselineVersionRecorded.class, "baseline"),
          entry(EntryContent.CapabilityVersionRecorded.class, "capability"),
          entry(EntryContent.ConditionVersionRecorded.class, "condition"),
          entry(EntryContent.ConditionStatementRecorded.class, "condition-statement"),
          entry(EntryContent.DeclarationStatementRecorded.class, "declaration-statement"),
          entry(EntryContent.ExchangeRatesVersionRecorded.class, "exchange-rates"),
          entry(EntryContent.GroupVersionRecorded.class, "group"),
          entry(EntryContent.PledgeVersionRecorded.class, "pledge"),
          entry(EntryContent.ProgrammeVersionRecorded.class, "programme"),
          entry(EntryContent.StatementRecorded.class, "statement"));

  EventFilter {
    types = Set.copyOf(types);
    allies = Set.copyOf(allies);
    pledges = Set.copyOf(pledges);
  }

  /** The types that there are, by alphabet. */
  static Collection<String> knownTypes() {
    return Collections.unmodifiableSet(new TreeSet<>(TYPES.values()));
  }

  /** The type of an entry, as in its event; null for one that has none. */
  static @Nullable String typeOf(EntryContent content) {
    return TYPES.get(content.getClass());
  }

  /**
   * Whether an entry is asked for.
   *
   * @param registry the record that the reader sees
   */
  boolean keeps(EntryContent content, RegistrySnapshot registry) {
    return keepsType(typeOf(content))
        && (pledges.isEmpty() || isOfPledge(content))
        && (allies.isEmpty() || alliesOf(content, registry).stream().anyMatch(allies::contains));
  }

  private boolean keepsType(@Nullable String type) {
    return types.isEmpty() || (type != null && types.contains(type));
  }

  private boolean isOfPledge(EntryContent content) {
    if (content instanceof EntryContent.StatementRecorded recorded) {
      return pledges.contains(recorded.statement().pledge());
    }
    return content instanceof EntryContent.PledgeVersionRecorded version
        && pledges.contains(version.pledge().id());
  }

  private static Collection<String> alliesOf(EntryContent content, RegistrySnapshot registry) {
    if (content instanceof EntryContent.StatementRecorded recorded) {
      return registry
          .pledge(recorded.statement().pledge())
          .map(record -> record.pledge().allies())
          .orElse(List.of());
    }
    if (content instanceof EntryContent.PledgeVersionRecorded version) {
      return version.pledge().allies();
    }
    if (content instanceof EntryContent.AllyVersionRecorded version) {
      return List.of(version.ally().code());
    }
    if (content instanceof EntryContent.DeclarationStatementRecorded recorded) {
      return recorded.statement().named();
    }
    String ally =
        content instanceof EntryContent.ConditionStatementRecorded recorded
            ? recorded.statement().ally()
            : null;
    return ally == null ? List.of() : List.of(ally);
  }
}
