package org.alliedregistry.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.quantity.Interval;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Retelling;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RecordedCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes between two entries against the answer after each entry. */
@Tag("property")
class BetweenEntriesTest {

  @Test
  void stepsAreTheAnswersAfterEachEntry() {
    RandomCase.all()
        .limit(300)
        .forEach(
            each -> {
              List<Entry> entries = RecordedCase.of(each).entries();
              answersAfterEachEntry(each, entries, entries.size() / 2);
            });
  }

  @Test
  void soTheyAreWhereWholesWithPartsOfPartsBecomePartsOfOthers() {
    RandomCase.all()
        .limit(300)
        .forEach(
            each -> {
              List<Entry> entries = new ArrayList<>(RecordedCase.of(each).entries());
              int recorded = entries.size();
              List<Pledge> pledges =
                  each.registry().dossiers().values().stream().map(Dossier::pledge).toList();
              Random random = new Random(each.seed());
              for (int i = 0; i < 8; i++) {
                Content moved =
                    new Content.PledgeVersion(
                        moved(pledges, random.nextInt(pledges.size()), random));
                entries.add(RecordedCase.entry(entries.size() + 1, moved));
              }
              answersAfterEachEntry(each, entries, recorded);
            });
  }

  /** A pledge in an older one of the same kind, or in none. */
  private static Pledge moved(List<Pledge> pledges, int which, Random random) {
    Pledge pledge = pledges.get(which);
    List<String> wholes =
        pledges.subList(0, which).stream()
            .filter(
                p ->
                    p.capability().equals(pledge.capability())
                        && p.purpose().equals(pledge.purpose()))
            .map(Pledge::id)
            .toList();
    return pledge.partOf(
        wholes.isEmpty() || random.nextInt(4) == 0
            ? null
            : wholes.get(random.nextInt(wholes.size())));
  }

  private static void answersAfterEachEntry(RandomCase each, List<Entry> entries, int start) {
    Registry from = Registry.EMPTY.apply(entries.subList(0, start));
    CoverageQuery query = each.question().query();
    List<Changes> told =
        Retelling.recorded(from, Registry.EMPTY.apply(entries), Optional.empty())
            .betweenEntries(query, query.baseline());
    told.forEach(c -> ThroughTimeTest.chains(each, c));
    List<List<Interval>> answers = new ArrayList<>();
    for (int i = start; i <= entries.size(); i++) {
      Registry then = Registry.EMPTY.apply(entries.subList(0, i));
      answers.add(ThroughTimeTest.counted(Coverage.of(query, then.landscape())));
    }
    for (int r = 0; r < told.size(); r++) {
      int requirement = r;
      List<Interval> distinct = new ArrayList<>();
      answers.stream()
          .map(a -> a.get(requirement))
          .filter(a -> distinct.isEmpty() || !last(distinct).equals(a))
          .forEach(distinct::add);
      List<Interval> steps = new ArrayList<>(List.of(told.get(r).before()));
      told.get(r).steps().forEach(step -> steps.add(step.after()));
      assertThat(steps).as("%s", each).isEqualTo(distinct);
    }
  }

  private static Interval last(List<Interval> some) {
    return some.get(some.size() - 1);
  }
}
