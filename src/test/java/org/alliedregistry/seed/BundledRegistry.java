package org.alliedregistry.seed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.StrictJson;

/** The registry as a new store opens with it, filled in plain Java: no container, no database. */
final class BundledRegistry {

  private static final Instant LOADED = Instant.parse("2026-07-31T12:00:00Z");

  static final RegistrySnapshot REGISTRY = filled();

  private BundledRegistry() {}

  private static RegistrySnapshot filled() {
    StrictJson json = new StrictJson(SeedFiles.AS_OF);
    RegistrySnapshot withReferenceData =
        written(RegistrySnapshot.EMPTY, ReferenceData.RECORDER, new ReferenceData(json).plans());
    return written(withReferenceData, PublicRecord.RECORDER, new PublicRecord(json).plans());
  }

  private static RegistrySnapshot written(
      RegistrySnapshot before,
      String writer,
      List<Function<RegistrySnapshot, List<EntryContent>>> plans) {
    RegistrySnapshot registry = before;
    for (Function<RegistrySnapshot, List<EntryContent>> plan : plans) {
      long sequence = registry.last() == null ? 0 : registry.last().sequence();
      List<Entry> entries = new ArrayList<>();
      for (EntryContent content : plan.apply(registry)) {
        sequence++;
        String hash = String.format("%064d", sequence);
        entries.add(new Entry(EntryStamp.of(sequence, LOADED, writer, hash, content), content));
      }
      registry = registry.apply(entries);
    }
    return registry;
  }
}
