package org.alliedregistry.seed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.alliedregistry.problem.StrictJson;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Stamp;

/** The registry as a new store opens with it, filled in plain Java: no container, no database. */
final class BundledRegistry {

  private static final Instant LOADED = Instant.parse("2026-07-31T12:00:00Z");

  static final Registry REGISTRY = filled();

  private BundledRegistry() {}

  private static Registry filled() {
    StrictJson json = new StrictJson(Bundle.AS_OF);
    Registry withReferenceData =
        written(Registry.EMPTY, ReferenceData.RECORDER, new ReferenceData(json).plans());
    return written(withReferenceData, PublicRecord.RECORDER, new PublicRecord(json).plans());
  }

  private static Registry written(
      Registry before, String writer, List<Function<Registry, List<Content>>> plans) {
    Registry now = before;
    for (Function<Registry, List<Content>> plan : plans) {
      long sequence = now.last() == null ? 0 : now.last().sequence();
      List<Entry> entries = new ArrayList<>();
      for (Content content : plan.apply(now)) {
        sequence++;
        String hash = String.format("%064d", sequence);
        entries.add(new Entry(Stamp.of(sequence, LOADED, writer, hash, content), content));
      }
      now = now.apply(entries);
    }
    return now;
  }
}
