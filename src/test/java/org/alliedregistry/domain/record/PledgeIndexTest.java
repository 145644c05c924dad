package org.alliedregistry.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.support.Fixtures;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RecordedCase;
import org.junit.jupiter.api.Test;

/** The files of pledges as a map that is never changed. */
class PledgeIndexTest {

  /** Strings of two letters that have one hash, in all combinations: many keys of few hashes. */
  private static List<String> colliding(int length) {
    List<String> all = new ArrayList<>(List.of(""));
    for (int i = 0; i < length; i++) {
      List<String> longer = new ArrayList<>();
      all.forEach(each -> List.of("Aa", "BB", "C").forEach(end -> longer.add(each + end)));
      all = longer;
    }
    return all;
  }

  private static Entry opened(int number, Pledge pledge) {
    return RecordedCase.entry(number, new EntryContent.PledgeVersionRecorded(pledge));
  }

  private static Pledge pledge(String id) {
    return Fixtures.pledge(id, "FRA").statements().pledge();
  }

  @Test
  void everyPledgeIsFoundByItsIdInEveryStateAndNoOther() {
    List<String> ids = colliding(6);
    assertThat(ids.stream().map(String::hashCode).distinct().count()).isLessThan(ids.size() / 2);
    List<RegistrySnapshot> states = new ArrayList<>();
    RegistrySnapshot registry = RegistrySnapshot.EMPTY;
    for (int i = 0; i < ids.size(); i++) {
      states.add(registry);
      registry = registry.apply(List.of(opened(i + 1, pledge(ids.get(i)))));
    }
    assertThat(registry.pledges().keySet()).containsExactlyElementsOf(ids);
    for (int i = 0; i < ids.size(); i++) {
      assertThat(registry.pledge(ids.get(i)).orElseThrow().pledge().id()).isEqualTo(ids.get(i));
      assertThat(states.get(i).pledge(ids.get(i))).isEmpty();
      assertThat(states.get(i).pledges()).hasSize(i);
    }
    assertThat(registry.pledge("AaAaAaAaAaAaAa")).isEmpty();
    assertThat(registry.pledge("")).isEmpty();
  }

  @Test
  void aStateKeepsWhatItHasWhateverFollowsOnIt() {
    RegistrySnapshot before =
        RegistrySnapshot.EMPTY.apply(List.of(opened(1, pledge("a")), opened(2, pledge("b"))));
    RegistrySnapshot value =
        before.withHypothetical(List.of(new EntryContent.PledgeVersionRecorded(pledge("c"))));
    RegistrySnapshot other =
        before.withHypothetical(
            List.of(
                new EntryContent.PledgeVersionRecorded(pledge("d")),
                new EntryContent.PledgeVersionRecorded(pledge("c"))));

    assertThat(before.pledges().keySet()).containsExactly("a", "b");
    assertThat(value.pledges().keySet()).containsExactly("a", "b", "c");
    assertThat(other.pledges().keySet()).containsExactly("a", "b", "d", "c");
    assertThat(value.pledge("d")).isEmpty();
  }

  @Test
  void aPartOfAPartCountsInTheWholeAboveBothWheneverThatCameToBeKnown() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      RegistrySnapshot registry = RegistrySnapshot.EMPTY;
      for (String id : List.of("v", "w", "p", "q")) {
        registry = registry.apply(List.of(opened(registry.log().size() + 1, pledge(id))));
      }
      List<Pledge> versions =
          new ArrayList<>(
              List.of(pledge("p").partOf("w"), pledge("w").partOf("v"), pledge("q").partOf("p")));
      java.util.Collections.shuffle(versions, random);
      for (Pledge version : versions) {
        registry = registry.apply(List.of(opened(registry.log().size() + 1, version)));
      }
      assertThat(registry.pledges().values())
          .extracting(PledgeRecord::effectiveWhole)
          .containsExactly(null, "v", "v", "v");
      CoverageInput input = registry.coverageInput();
      assertThat(input)
          .isEqualTo(CoverageInput.of(input.capabilities(), input.pledges(), input.conditions()));

      RegistrySnapshot apart = registry.apply(List.of(opened(99, pledge("w"))));
      assertThat(apart.pledges().values())
          .extracting(PledgeRecord::effectiveWhole)
          .containsExactly(null, null, "w", "w");
      assertThat(apart.asOf(registry.log().size())).isEqualTo(registry);
    }
  }

  @Test
  void orderAndLookupsAreThoseOfAllFilesInEveryState() {
    RandomCase.all()
        .limit(60)
        .map(RecordedCase::of)
        .forEach(
            each -> {
              List<Entry> entries = new ArrayList<>(each.entries());
              Random random = new Random(entries.size());
              for (PledgeRecord record : List.copyOf(each.registry().pledges().values())) {
                entries.add(opened(entries.size() + 1, referenced(record.pledge(), random)));
                entries.add(opened(entries.size() + 1, referenced(record.pledge(), random)));
              }
              RegistrySnapshot all = RegistrySnapshot.EMPTY.apply(entries);
              for (int i = 0; i <= entries.size(); i += 3) {
                isIndexed(RegistrySnapshot.EMPTY.apply(entries.subList(0, i)).pledges());
                isIndexed(all.asOf(i).pledges());
              }
              RegistrySnapshot half = all.asOf(entries.size() / 2);
              isIndexed(half.withHypothetical(contents(entries, half.log().size())).pledges());
            });
  }

  private static List<EntryContent> contents(List<Entry> entries, int from) {
    return entries.subList(from, entries.size()).stream().map(Entry::content).toList();
  }

  private static Pledge referenced(Pledge pledge, Random random) {
    return new Pledge(
        pledge.id(),
        random.nextInt(3) == 0 ? null : "reference-" + random.nextInt(3),
        pledge.allies(),
        pledge.shares(),
        pledge.financedBy(),
        pledge.capability(),
        pledge.purpose(),
        pledge.title(),
        pledge.partOf(),
        pledge.programme(),
        pledge.origin());
  }

  private static void isIndexed(PledgeIndex index) {
    assertThat(index.ordered())
        .containsExactlyElementsOf(
            index.values().stream()
                .sorted(
                    Comparator.comparing(
                            (PledgeRecord f) -> String.join(",", f.pledge().sortedAllies()))
                        .thenComparing(f -> f.pledge().capability()))
                .toList());
    for (String ally : List.of("FRA", "GBR", "DNK", "NOR", "EST")) {
      assertThat(index.ofAlly(ally))
          .containsExactlyElementsOf(
              index.values().stream().filter(f -> f.pledge().allies().contains(ally)).toList());
    }
    for (PledgeRecord whole : index.values()) {
      assertThat(index.partsOf(whole.pledge().id()))
          .containsExactlyElementsOf(
              index.values().stream()
                  .filter(f -> whole.pledge().id().equals(f.pledge().partOf()))
                  .toList());
    }
    for (int i = 0; i < 3; i++) {
      String reference = "reference-" + i;
      assertThat(index.find("tests", reference))
          .isEqualTo(
              index.values().stream()
                  .filter(f -> reference.equals(f.pledge().reference()))
                  .filter(f -> f.versions().first().recordedBy().equals("tests"))
                  .findFirst());
      assertThat(index.find("others", reference)).isEmpty();
    }
  }
}
