package org.alliedregistry.domain.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RecordedCase;

/** Many made-up registries in one, so that its pledges fill several binders. */
final class MixedRegistry {

  private static final int CASES = 120;

  /** So many entries of each. */
  private static final int PLACES = 40;

  private MixedRegistry() {}

  /** The registry as it grows. */
  static List<RegistrySnapshot> states() {
    Random random = new Random(17);
    List<Entry> entries = entries();
    List<RegistrySnapshot> states = new ArrayList<>();
    RegistrySnapshot registry = RegistrySnapshot.EMPTY;
    for (int from = 0; from < entries.size(); ) {
      int to = Math.min(entries.size(), from + 1 + random.nextInt(400));
      registry = registry.apply(entries.subList(from, to));
      states.add(registry);
      from = to;
    }
    states.removeIf(state -> state.capabilities().size() < 2);
    return states;
  }

  private static List<Entry> entries() {
    List<List<Entry>> ledgers =
        RandomCase.all().limit(CASES).map(RecordedCase::of).map(RecordedCase::entries).toList();
    List<Entry> entries = new ArrayList<>();
    for (int place = 0; place < PLACES; place++) {
      for (int i = 0; i < CASES; i++) {
        if (place < ledgers.get(i).size()) {
          EntryContent content = renamed(ledgers.get(i).get(place).content(), "c" + i + "-");
          entries.add(RecordedCase.entry(entries.size() + 1, content));
        }
      }
    }
    return entries;
  }

  private static EntryContent renamed(EntryContent content, String prefix) {
    if (content instanceof EntryContent.PledgeVersionRecorded version) {
      Pledge pledge = version.pledge();
      String whole = pledge.partOf();
      return new EntryContent.PledgeVersionRecorded(
          new Pledge(
              prefix + pledge.id(),
              pledge.reference(),
              pledge.allies(),
              pledge.shares(),
              pledge.financedBy(),
              pledge.capability(),
              pledge.purpose(),
              pledge.title(),
              whole == null ? null : prefix + whole,
              pledge.programme(),
              pledge.origin()));
    }
    if (content instanceof EntryContent.StatementRecorded history) {
      Statement statement = history.statement();
      String target = statement.attribution().corrects();
      return new EntryContent.StatementRecorded(
          new Statement(
              prefix + statement.id(),
              prefix + statement.pledge(),
              statement.attribution().correcting(target == null ? null : prefix + target),
              statement.content()));
    }
    return content;
  }
}
