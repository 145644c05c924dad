package org.alliedregistry.domain.coverage.change;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.Difference;
import org.alliedregistry.domain.coverage.Marginals;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.RecordedCase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stated is shown through time, also where one pledge leaves the count open. */
class StatedThroughTimeTest {

  private static final DateRange SPAN =
      new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

  private static final CoverageQuery QUERY =
      new CoverageQuery(
          Baselines.FORCE,
          new AsOf(SPAN.to(), EvidenceGrade.OFFICIAL),
          Rung.PLEDGED,
          Assumptions.NONE,
          null,
          null,
          AllySelection.EVERYONE);

  /** France says no number all year, the United Kingdom joins in May, and Estonia in July. */
  private static final RegistrySnapshot ONE_OPEN =
      recorded(
          pledge("open", "FRA").with(pledged().on("2025-12-01").from("2025-12-01")),
          pledge("firm", "GBR")
              .with(pledged(troops(500)).on("2026-05-01").from("2026-05-01").until("2026-10-31")),
          pledge("most", "EST").with(pledged(upTo(200)).on("2026-07-01").from("2026-07-01")));

  private static RegistrySnapshot recorded(PledgeFixture... pledges) {
    List<EntryContent> contents = new ArrayList<>();
    Baselines.capabilities()
        .values()
        .forEach(c -> contents.add(new EntryContent.CapabilityVersionRecorded(c)));
    contents.add(new EntryContent.BaselineVersionRecorded(Baselines.FORCE));
    for (PledgeFixture pledge : pledges) {
      contents.add(new EntryContent.PledgeVersionRecorded(pledge.statements().pledge()));
      pledge
          .statements()
          .recorded()
          .forEach(s -> contents.add(new EntryContent.StatementRecorded(s)));
    }
    List<Entry> entries = new ArrayList<>();
    contents.forEach(c -> entries.add(RecordedCase.entry(entries.size() + 1, c)));
    return RegistrySnapshot.EMPTY.apply(entries);
  }

  private static String text(Interval interval) {
    return interval.low() + "-" + (interval.high() == null ? "" : interval.high());
  }

  private static List<String> segments(RequirementTimeline land) {
    return land.segments().stream()
        .map(s -> s.days().from() + " " + text(s.score().counted()) + " " + text(s.stated()))
        .toList();
  }

  private static List<String> steps(Changes land) {
    return land.ofAmounts().stream()
        .map(
            s ->
                s.event().allies()
                    + (s.event().withOthers() ? "+ " : " ")
                    + text(s.before().stated())
                    + " "
                    + text(s.after().stated()))
        .toList();
  }

  @Test
  void anOpenPledgeHidesNoStep() {
    assertThat(steps(ChangeHistory.said(ONE_OPEN, SPAN).betweenDays(QUERY, SPAN).get(0)))
        .containsExactly("[GBR] 0-0 500-500", "[EST] 500-500 500-700", "[GBR] 500-700 0-200");
    RegistrySnapshot start = ONE_OPEN.asOf(Baselines.capabilities().size() + 3);
    assertThat(
            steps(
                ChangeHistory.recorded(start, ONE_OPEN, Optional.empty())
                    .betweenEntries(QUERY.validAt(LocalDate.of(2026, 8, 1)), Baselines.FORCE)
                    .get(0)))
        .containsExactly("[GBR] 0-0 500-500", "[EST] 500-500 500-700");
  }

  @Test
  void anOpenPledgeHidesNoSegment() {
    List<String> segments =
        List.of(
            "2026-01-01 0- 0-0",
            "2026-05-01 500- 500-500",
            "2026-07-01 500- 500-700",
            "2026-11-01 0- 0-200");
    assertThat(segments(ChangeHistory.said(ONE_OPEN, SPAN).history(QUERY, SPAN).get(0)))
        .isEqualTo(segments);
    assertThat(segments(Timeline.of(QUERY, SPAN, ONE_OPEN.coverageInput()).requirements().get(0)))
        .isEqualTo(segments);
  }

  @Test
  void anOpenPledgeHidesNoLoss() {
    Marginals land =
        Marginals.of(QUERY.validAt(LocalDate.of(2026, 8, 1)), ONE_OPEN.coverageInput()).get(0);

    assertThat(text(land.counted()) + " " + text(land.stated())).isEqualTo("500- 500-700");
    assertThat(land.allies())
        .extracting(Marginals.OfAlly::ally, Marginals.OfAlly::lost, Marginals.OfAlly::statedLost)
        .containsExactly(
            tuple("GBR", lost(500, null), lost(500, 500L)),
            tuple("EST", lost(0, null), lost(0, 200L)),
            tuple("FRA", lost(0, null), lost(0, 0L)));
  }

  private static Difference lost(long low, @Nullable Long high) {
    return new Difference(exactly(low).low(), high == null ? null : exactly(high).low());
  }

  @Test
  void anotherPledgeWithoutANumberIsAnEvent() {
    RegistrySnapshot registry =
        recorded(
            pledge("open", "FRA").with(pledged().on("2025-12-01")),
            pledge("late", "SWE")
                .with(pledged().on("2026-02-01"), pledged(troops(300)).on("2026-03-01")));
    Changes land = ChangeHistory.said(registry, SPAN).betweenDays(QUERY, SPAN).get(0);

    assertThat(land.ofUnquantified())
        .extracting(s -> s.event().allies() + " " + s.event().at())
        .containsExactly("[SWE] 2026-02-01");
    assertThat(steps(land)).containsExactly("[SWE] 0-0 300-300");
  }

  @Test
  void aStepNamesOnlyAlliesThatTheQuestionKeeps() {
    PledgeFixture joint =
        pledge("joint", "FRA", "GBR")
            .with(pledged(troops(500)).on("2026-05-01"), pledged(troops(400)).on("2026-06-01"));
    RegistrySnapshot registry = recorded(joint);
    CoverageQuery without = QUERY.withAllies(new AllySelection(Set.of(), Set.of("GBR")));

    assertThat(steps(ChangeHistory.said(registry, SPAN).betweenDays(without, SPAN).get(0)))
        .containsExactly("[FRA]+ 0-0 0-500", "[FRA]+ 0-500 0-400");
    assertThat(
            steps(
                ChangeHistory.recorded(
                        registry.asOf(Baselines.capabilities().size() + 1),
                        registry,
                        Optional.empty())
                    .betweenEntries(without, Baselines.FORCE)
                    .get(0)))
        .containsExactly("[FRA]+ 0-0 0-500", "[FRA]+ 0-500 0-400");
    assertThat(steps(ChangeHistory.said(registry, SPAN).betweenDays(QUERY, SPAN).get(0)))
        .containsExactly("[FRA, GBR] 0-0 500-500", "[FRA, GBR] 500-500 400-400");
  }
}
