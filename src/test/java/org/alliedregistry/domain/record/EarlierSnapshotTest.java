package org.alliedregistry.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RecordedCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The registry as it was. */
@Tag("property")
class EarlierSnapshotTest {

  private static Entry entry(int number, String by, Instant at) {
    EntryContent content =
        new EntryContent.AllyVersionRecorded(
            new Ally("A" + number, "Of a test", Ally.Kind.STATE, java.util.Set.of()));
    return new Entry(
        EntryStamp.of(number, at, by, String.format("%064x", number), content), content);
  }

  @Test
  void asOfAnEntryIsWhatReplayingUpToItGives() {
    RandomCase.all()
        .limit(60)
        .map(RecordedCase::of)
        .forEach(
            each -> {
              for (int i = 0; i <= each.entries().size(); i++) {
                assertThat(each.registry().asOf(i))
                    .isEqualTo(RegistrySnapshot.EMPTY.apply(each.entries().subList(0, i)));
              }
            });
  }

  @Test
  void asKnownIsAsOfTheLastEntryByTheInstant() {
    RecordedCase each = RecordedCase.of(RandomCase.all().skip(7).findFirst().orElseThrow());
    Instant third = each.entries().get(2).stamp().at();
    RegistrySnapshot opened =
        RegistrySnapshot.EMPTY.apply(List.of(entry(1, "someone", Instant.EPOCH)));
    RegistrySnapshot all = opened.apply(List.of(entry(2, "a", third), entry(3, "a", third)));

    assertThat(all.knownAt(third)).isSameAs(all);
    assertThat(all.knownAt(third.plusNanos(1))).isSameAs(all);
    assertThat(all.knownAt(third.minusNanos(1))).isEqualTo(opened);
  }

  @Test
  void beforeItsFirstStartARegistryKnowsItsReferenceDataOnly() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    List<Entry> entries =
        List.of(
            entry(1, "registry", start),
            entry(2, "registry", start),
            entry(3, "public-record", start.plusSeconds(1)),
            entry(4, "registry", start.plusSeconds(2)));
    RegistrySnapshot registry = RegistrySnapshot.EMPTY.apply(entries);

    assertThat(registry.knownAt(Instant.EPOCH))
        .isEqualTo(RegistrySnapshot.EMPTY.apply(entries.subList(0, 2)));
    assertThat(RegistrySnapshot.EMPTY.knownAt(Instant.EPOCH)).isSameAs(RegistrySnapshot.EMPTY);
  }

  @Test
  void everyEntryIsFoundByItsIdAndNothingElseIs() {
    RecordedCase each = RecordedCase.of(RandomCase.all().findFirst().orElseThrow());
    for (Entry entry : each.entries()) {
      assertThat(each.registry().find(entry.stamp().id())).contains(entry.stamp());
    }
    String known = each.entries().get(1).stamp().id();
    for (String forged :
        List.of(
            "",
            "x",
            known + "0",
            known.replace('-', '.'),
            "zzzzzzzzzzzzz-" + "0".repeat(16),
            known.substring(0, known.length() - 1) + (known.endsWith("f") ? "e" : "f"),
            "-" + "0".repeat(16))) {
      assertThat(each.registry().find(forged)).as(forged).isEmpty();
    }
  }

  @Test
  void entriesOfOneInstantAreToldApart() {
    Instant once = Instant.parse("2026-01-01T00:00:00.000001Z");
    List<Entry> entries =
        List.of(
            entry(1, "a", once.minusSeconds(1)),
            entry(2, "a", once),
            entry(3, "a", once),
            entry(4, "a", once.plusSeconds(1)));
    RegistrySnapshot registry = RegistrySnapshot.EMPTY.apply(entries);

    entries.forEach(e -> assertThat(registry.find(e.stamp().id())).contains(e.stamp()));
  }

  @Test
  void journalKeepsEveryEntryInOrderAcrossChunksAndBranches() {
    EntryLog log = EntryLog.EMPTY;
    for (int i = 1; i <= 1500; i++) {
      log = log.append(List.of(entry(i, "a", Instant.EPOCH.plusSeconds(i))));
    }
    EntryLog early = log.upTo(700);
    EntryLog branch = early.append(List.of(entry(9001, "b", Instant.EPOCH.plusSeconds(701))));

    assertThat(log.stream().map(e -> e.stamp().sequence()).toList())
        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, 1500).boxed().toList());
    assertThat(branch.get(700).stamp().sequence()).isEqualTo(9001);
    assertThat(log.get(700).stamp().sequence()).isEqualTo(701);
    assertThat(log.countUpTo(Instant.EPOCH)).isZero();
    assertThat(log.countUpTo(Instant.EPOCH.plusSeconds(512))).isEqualTo(512);
    assertThat(log.countUpTo(Instant.EPOCH.plusSeconds(5000))).isEqualTo(1500);
  }
}
