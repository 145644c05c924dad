package org.alliedregistry.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.alliedregistry.domain.coverage.change.ChangeHistory;
import org.alliedregistry.domain.coverage.change.Changes;
import org.alliedregistry.domain.coverage.change.Timeline;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.Fixtures;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.RecordedCase;
import org.alliedregistry.support.Sizes;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

/** How many steps a question takes grows with what is recorded, not faster. */
class CoverageWorkTest {

  private static final DateRange SPAN =
      new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));

  private static final CoverageQuery QUERY =
      new CoverageQuery(
          Baselines.FORCE,
          new AsOf(LocalDate.of(2026, 12, 1), EvidenceGrade.OFFICIAL),
          Rung.PLEDGED,
          Assumptions.NONE,
          null,
          null,
          AllySelection.EVERYONE);

  private static final int PARTS = 100;

  /** Steps for each part: folds, and rules asked, over all requirements. */
  private static final int MOST_OF_A_PART = 20;

  /** A whole, its parts each on days of their own, and each under a condition of its own. */
  private static RegistrySnapshot whole(int parts) {
    List<PledgeFixture> pledges = new ArrayList<>();
    PledgeFixture whole =
        Fixtures.pledge("w", "FRA", "GBR")
            .with(StatementFixture.pledged(Sizes.troops(9000)).on("2026-01-01"));
    pledges.add(whole);
    for (int i = 0; i < parts; i++) {
      LocalDate day = SPAN.from().plusDays(1 + i % 200);
      pledges.add(
          Fixtures.pledge("p" + i, i % 2 == 0 ? "FRA" : "GBR")
              .partOf(whole)
              .with(
                  StatementFixture.pledged(Sizes.troops(1 + i % 7))
                      .on(day.toString())
                      .conditions("CONDITION_" + i)
                      .from(day.plusDays(30).toString())
                      .until(day.plusDays(90).toString())));
    }
    List<EntryContent> contents = new ArrayList<>();
    Baselines.capabilities()
        .values()
        .forEach(c -> contents.add(new EntryContent.CapabilityVersionRecorded(c)));
    contents.add(new EntryContent.BaselineVersionRecorded(Baselines.FORCE));
    pledges.forEach(
        p -> contents.add(new EntryContent.PledgeVersionRecorded(p.statements().pledge())));
    pledges.forEach(
        p ->
            p.statements()
                .recorded()
                .forEach(s -> contents.add(new EntryContent.StatementRecorded(s))));
    List<Entry> entries = new ArrayList<>();
    contents.forEach(c -> entries.add(RecordedCase.entry(entries.size() + 1, c)));
    return RegistrySnapshot.EMPTY.apply(entries);
  }

  private static void growsWithTheParts(BiConsumer<RegistrySnapshot, WorkLimit> question) {
    for (int parts : new int[] {PARTS, 4 * PARTS}) {
      AtomicLong steps = new AtomicLong();
      question.accept(whole(parts), steps::addAndGet);
      assertThat(steps.get()).isBetween((long) parts, (long) MOST_OF_A_PART * parts);
    }
  }

  @Test
  void aHistory() {
    growsWithTheParts((r, limit) -> ChangeHistory.said(r, SPAN).history(QUERY, SPAN, limit));
  }

  @Test
  void changesBetweenDays() {
    growsWithTheParts((r, limit) -> ChangeHistory.said(r, SPAN).betweenDays(QUERY, SPAN, limit));
  }

  @Test
  void changesBetweenEntries() {
    growsWithTheParts(
        (r, limit) ->
            ChangeHistory.recorded(r.asOf(6), r, Optional.empty())
                .betweenEntries(QUERY, Baselines.FORCE, limit));
  }

  @Test
  void aTimeline() {
    growsWithTheParts((r, limit) -> Timeline.of(QUERY, SPAN, r.coverageInput(), limit));
  }

  @Test
  void marginalsWithAConditionForEachPart() {
    growsWithTheParts((r, limit) -> Marginals.of(QUERY, r.coverageInput(), limit));
  }

  @Test
  void anAnswerWithAConditionForEachPart() {
    growsWithTheParts((r, limit) -> Coverage.of(QUERY, r.coverageInput(), limit));
  }

  @Test
  void theNextAnswerFoldsOnlyTheBinderThatChanged() {
    RegistrySnapshot before = whole(PARTS);
    CoverageWorksheet worksheet = CoverageWorksheet.of(QUERY, before.coverageInput());
    AtomicLong steps = new AtomicLong();

    worksheet.next(before.coverageInput(), steps::addAndGet);
    assertThat(steps.get()).isZero();
  }

  @Test
  void whoSaysThatItIsEnoughIsHeardInTheMiddle() {
    AtomicLong steps = new AtomicLong();
    WorkLimit limit =
        more -> {
          if (steps.addAndGet(more) > PARTS / 2) {
            throw new IllegalStateException("enough");
          }
        };

    assertThatThrownBy(() -> Timeline.of(QUERY, SPAN, whole(PARTS).coverageInput(), limit))
        .hasMessage("enough");
    assertThat(steps.get()).isLessThan(PARTS);
  }

  @Test
  void whatIsToldIsWorkToo() {
    AtomicLong steps = new AtomicLong();
    RegistrySnapshot registry = whole(PARTS);
    CoverageQuery onlyParts =
        QUERY
            .withAllies(new AllySelection(Set.of("GBR"), Set.of()))
            .withAssumptions(
                new Assumptions(Map.of("CONDITION_1", State.MET, "CONDITION_3", State.MET)));

    List<Changes> history =
        ChangeHistory.said(registry, SPAN).betweenDays(onlyParts, SPAN, steps::addAndGet);
    int events = history.stream().mapToInt(changes -> changes.steps().size()).sum();
    assertThat(events).isPositive();
    assertThat(steps.get()).isGreaterThan((long) events * Changes.WORK_PER_STEP);
  }
}
