package org.alliedregistry.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.alliedregistry.domain.baseline.ExchangeRateSeries;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.alliedregistry.domain.reference.Source;

/** A made-up registry as a ledger: each pledge and condition in its order, all of them mixed. */
public record RecordedCase(List<Entry> entries, RegistrySnapshot registry) {

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  private static final SortedMap<LocalDate, Source> NO_SOURCES = Collections.emptySortedMap();

  public static RecordedCase of(RandomCase each) {
    Random random = new Random(each.seed());
    List<Entry> entries = new ArrayList<>();
    Baselines.capabilities()
        .values()
        .forEach(c -> add(entries, new EntryContent.CapabilityVersionRecorded(c)));
    add(entries, new EntryContent.BaselineVersionRecorded(each.question().query().baseline()));
    List<List<EntryContent>> tracks = new ArrayList<>();
    each.registry().conditions().values().forEach(c -> tracks.add(track(c)));
    Map<String, Integer> whole = new HashMap<>();
    for (PledgeStatements statements : each.registry().pledges().values()) {
      String partOf = statements.pledge().partOf();
      add(entries, new EntryContent.PledgeVersionRecorded(statements.pledge()));
      whole.merge(partOf == null ? statements.pledge().id() : partOf, 1, Integer::sum);
      tracks.add(track(statements));
    }
    tracks.add(
        new ArrayList<>(
            RandomRegistry.RATES.values().stream()
                .map(rates -> new ExchangeRateSeries(rates, StatementFixture.SOURCE, NO_SOURCES))
                .map(EntryContent.ExchangeRatesVersionRecorded::new)
                .toList()));
    while (!tracks.isEmpty()) {
      List<EntryContent> track = tracks.get(random.nextInt(tracks.size()));
      if (track.isEmpty()) {
        tracks.remove(track);
      } else {
        add(entries, track.remove(0));
      }
    }
    return new RecordedCase(List.copyOf(entries), RegistrySnapshot.EMPTY.apply(entries));
  }

  private static List<EntryContent> track(ConditionStatements condition) {
    List<EntryContent> track =
        new ArrayList<>(List.of(new EntryContent.ConditionVersionRecorded(condition.condition())));
    condition
        .recorded()
        .forEach(
            s ->
                track.add(
                    new EntryContent.ConditionStatementRecorded(condition.condition().code(), s)));
    return track;
  }

  private static List<EntryContent> track(PledgeStatements statements) {
    List<EntryContent> track = new ArrayList<>();
    statements.recorded().forEach(s -> track.add(new EntryContent.StatementRecorded(s)));
    return track;
  }

  private static void add(List<Entry> entries, EntryContent content) {
    entries.add(entry(entries.size() + 1, content));
  }

  /** The entry of that number; each a second after the one before. */
  public static Entry entry(int number, EntryContent content) {
    EntryStamp stamp =
        EntryStamp.of(
            number, START.plusSeconds(number), "tests", String.format("%064x", number), content);
    return new Entry(stamp, content);
  }
}
