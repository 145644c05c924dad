package org.alliedregistry.seed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.ledger.WriteCommand;

/** The registry as a new store opens with it, filled in plain Java: no container, no database. */
final class BundledRegistry {

  private static final Instant LOADED = Instant.parse("2026-07-31T12:00:00Z");

  static final RegistrySnapshot REGISTRY = filled();

  private BundledRegistry() {}

  private static RegistrySnapshot filled() {
    StrictJson json = new StrictJson(SeedFiles.AS_OF);
    RegistrySnapshot withReferenceData =
        written(RegistrySnapshot.EMPTY, ReferenceData.RECORDER, new ReferenceData(json).commands());
    return written(withReferenceData, PublicRecord.RECORDER, new PublicRecord(json).commands());
  }

  private static RegistrySnapshot written(
      RegistrySnapshot before, String writer, List<WriteCommand> commands) {
    RegistrySnapshot registry = before;
    for (WriteCommand command : commands) {
      long sequence = registry.last() == null ? 0 : registry.last().sequence();
      List<Entry> entries = new ArrayList<>();
      for (EntryContent content : command.decide(registry)) {
        sequence++;
        String hash = String.format("%064d", sequence);
        entries.add(new Entry(EntryStamp.of(sequence, LOADED, writer, hash, content), content));
      }
      registry = registry.apply(entries);
    }
    return registry;
  }
}
