package org.alliedregistry.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.reference.ConditionFile;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Stamp;

/** A made-up registry as a ledger: each pledge and condition in its order, all of them mixed. */
public record RecordedCase(List<Entry> entries, Registry registry) {

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  public static RecordedCase of(RandomCase each) {
    Random random = new Random(each.seed());
    List<Entry> entries = new ArrayList<>();
    Baselines.capabilities().values().forEach(c -> add(entries, new Content.CapabilityVersion(c)));
    add(entries, new Content.BaselineVersion(each.question().query().baseline()));
    List<List<Content>> tracks = new ArrayList<>();
    each.registry().conditions().values().forEach(c -> tracks.add(track(c)));
    Map<String, Integer> whole = new HashMap<>();
    for (Dossier dossier : each.registry().dossiers().values()) {
      String partOf = dossier.pledge().partOf();
      add(entries, new Content.PledgeVersion(dossier.pledge()));
      whole.merge(partOf == null ? dossier.pledge().id() : partOf, 1, Integer::sum);
      tracks.add(track(dossier));
    }
    while (!tracks.isEmpty()) {
      List<Content> track = tracks.get(random.nextInt(tracks.size()));
      if (track.isEmpty()) {
        tracks.remove(track);
      } else {
        add(entries, track.remove(0));
      }
    }
    return new RecordedCase(List.copyOf(entries), Registry.EMPTY.apply(entries));
  }

  private static List<Content> track(ConditionFile condition) {
    List<Content> track =
        new ArrayList<>(List.of(new Content.ConditionVersion(condition.condition())));
    condition
        .recorded()
        .forEach(s -> track.add(new Content.ConditionSaid(condition.condition().code(), s)));
    return track;
  }

  private static List<Content> track(Dossier dossier) {
    List<Content> track = new ArrayList<>();
    dossier.recorded().forEach(s -> track.add(new Content.PledgeSaid(s)));
    return track;
  }

  private static void add(List<Entry> entries, Content content) {
    entries.add(entry(entries.size() + 1, content));
  }

  /** The entry of that number; each a second after the one before. */
  public static Entry entry(int number, Content content) {
    Stamp stamp =
        Stamp.of(
            number, START.plusSeconds(number), "tests", String.format("%064x", number), content);
    return new Entry(stamp, content);
  }
}
