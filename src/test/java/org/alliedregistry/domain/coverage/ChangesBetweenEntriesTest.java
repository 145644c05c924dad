package org.alliedregistry.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.alliedregistry.domain.coverage.change.ChangeHistory;
import org.alliedregistry.domain.coverage.change.Changes;
import org.alliedregistry.domain.coverage.change.TimelineAndChangesTest;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RecordedCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Changes between two entries against the answer after each entry. */
@Tag("property")
@Execution(ExecutionMode.CONCURRENT)
class ChangesBetweenEntriesTest {

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
                  each.registry().pledges().values().stream()
                      .map(PledgeStatements::pledge)
                      .toList();
              Random random = new Random(each.seed());
              for (int i = 0; i < 8; i++) {
                EntryContent moved =
                    new EntryContent.PledgeVersionRecorded(
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
    RegistrySnapshot from = RegistrySnapshot.EMPTY.apply(entries.subList(0, start));
    CoverageQuery query = each.question().query();
    List<Changes> history =
        ChangeHistory.recorded(from, RegistrySnapshot.EMPTY.apply(entries), Optional.empty())
            .betweenEntries(query, query.baseline());
    history.forEach(c -> TimelineAndChangesTest.chains(each, c));
    List<Coverage> answers = new ArrayList<>();
    for (int i = start; i <= entries.size(); i++) {
      RegistrySnapshot then = RegistrySnapshot.EMPTY.apply(entries.subList(0, i));
      answers.add(Coverage.of(query, then.coverageInput()));
    }
    for (int r = 0; r < history.size(); r++) {
      int requirement = r;
      List<State> states = new ArrayList<>();
      answers.stream()
          .map(a -> State.of(a, requirement))
          .filter(a -> states.isEmpty() || !states.get(states.size() - 1).equals(a))
          .forEach(states::add);
      List<CountedAndStated> steps = new ArrayList<>(List.of(history.get(r).before()));
      history.get(r).steps().forEach(step -> steps.add(step.after()));
      assertThat(steps).as("%s", each).isEqualTo(states.stream().map(State::amounts).toList());
    }
  }

  /** What a step may change. */
  private record State(CountedAndStated amounts, Set<String> unquantified) {

    static State of(Coverage coverage, int requirement) {
      return new State(
          TimelineAndChangesTest.amounts(coverage).get(requirement),
          coverage.requirements().get(requirement).unquantified().stream()
              .map(line -> line.state().pledge().id())
              .collect(Collectors.toSet()));
    }
  }
}
