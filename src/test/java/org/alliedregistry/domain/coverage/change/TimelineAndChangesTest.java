package org.alliedregistry.domain.coverage.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.Fixtures;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RecordedCase;
import org.alliedregistry.support.Sizes;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Timelines, histories and changes against the answer to each day's own question. */
@Tag("property")
@Execution(ExecutionMode.CONCURRENT)
public class TimelineAndChangesTest {

  private static final DateRange SPAN =
      new DateRange(LocalDate.of(2026, 1, 20), LocalDate.of(2027, 1, 10));

  private static final CoverageQuery FORCE_TODAY =
      new CoverageQuery(
          Baselines.FORCE,
          new AsOf(LocalDate.of(2026, 6, 1), EvidenceGrade.OFFICIAL),
          Rung.PLEDGED,
          Assumptions.NONE,
          null,
          null,
          AllySelection.EVERYONE);

  public static List<CountedAndStated> amounts(Coverage coverage) {
    return coverage.requirements().stream()
        .map(r -> new CountedAndStated(r.score().counted(), r.onStatedNumbers().counted()))
        .toList();
  }

  private static CountedAndStated on(RequirementTimeline timeline, LocalDate day) {
    List<RequirementTimeline.Segment> that =
        timeline.segments().stream()
            .filter(s -> !s.days().from().isAfter(day) && !s.days().to().isBefore(day))
            .toList();
    assertThat(that).as("segments of %s", day).hasSize(1);
    return new CountedAndStated(that.get(0).score().counted(), that.get(0).stated());
  }

  private static List<LocalDate> days() {
    return SPAN.from().datesUntil(SPAN.to().plusDays(1)).toList();
  }

  @Test
  void timelineSaysOfEachDayWhatItsOwnQuestionAnswers() {
    RandomCase.all()
        .limit(120)
        .forEach(
            each -> {
              CoverageQuery query = each.question().query().availableOn((LocalDate) null);
              CoverageInput input = each.registry().coverageInput();
              Timeline timeline = Timeline.of(query, SPAN, input);
              for (LocalDate day : days()) {
                assertThat(timeline.requirements().stream().map(c -> on(c, day)).toList())
                    .as("%s on %s", each, day)
                    .isEqualTo(amounts(Coverage.of(query.availableOn(day), input)));
              }
            });
  }

  @Test
  void historySaysOfEachDayWhatItsOwnQuestionAnswers() {
    RandomCase.all()
        .limit(120)
        .forEach(
            each -> {
              RegistrySnapshot registry = RecordedCase.of(each).registry();
              CoverageQuery query = each.question().query();
              List<RequirementTimeline> requirements =
                  ChangeHistory.said(registry, SPAN).history(query, SPAN);
              for (LocalDate day : days()) {
                assertThat(requirements.stream().map(c -> on(c, day)).toList())
                    .as("%s on %s", each, day)
                    .isEqualTo(amounts(Coverage.of(query.validAt(day), registry.coverageInput())));
              }
            });
  }

  @Test
  void segmentsFollowOneAnotherAndNeighboursDiffer() {
    RandomCase.all()
        .forEach(
            each -> {
              Timeline timeline =
                  Timeline.of(each.question().query(), SPAN, each.registry().coverageInput());
              for (RequirementTimeline requirement : timeline.requirements()) {
                List<RequirementTimeline.Segment> segments = requirement.segments();
                assertThat(segments.get(0).days().from()).isEqualTo(SPAN.from());
                assertThat(segments.get(segments.size() - 1).days().to()).isEqualTo(SPAN.to());
                for (int i = 1; i < segments.size(); i++) {
                  RequirementTimeline.Segment before = segments.get(i - 1);
                  assertThat(segments.get(i).days().from())
                      .isEqualTo(before.days().to().plusDays(1));
                  assertThat(List.of(segments.get(i).score(), segments.get(i).stated()))
                      .isNotEqualTo(List.of(before.score(), before.stated()));
                }
              }
            });
  }

  /** Who is there from the first day to the last of a span, for one who ends on a day. */
  private static List<String> whenEndingOn(String day) {
    CoverageInput input =
        CoverageInput.of(
            Baselines.capabilities(),
            Map.of(
                "a",
                Fixtures.pledge("a", "FRA")
                    .with(StatementFixture.pledged(Sizes.troops(7)).from("2025-01-01").until(day))
                    .statements()),
            Map.of());
    DateRange span = new DateRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31));
    return Timeline.of(FORCE_TODAY, span, input).requirements().get(0).segments().stream()
        .map(s -> s.days().from() + " " + s.days().to() + " " + s.score().counted().low())
        .toList();
  }

  @Test
  void whoEndsOnTheFirstOrTheLastDayIsThereThatDay() {
    assertThat(whenEndingOn("2026-12-31")).containsExactly("2027-01-01 2027-01-31 0");
    assertThat(whenEndingOn("2027-01-01"))
        .containsExactly("2027-01-01 2027-01-01 7", "2027-01-02 2027-01-31 0");
    assertThat(whenEndingOn("2027-01-30"))
        .containsExactly("2027-01-01 2027-01-30 7", "2027-01-31 2027-01-31 0");
    assertThat(whenEndingOn("2027-01-31")).containsExactly("2027-01-01 2027-01-31 7");
  }

  /** The steps of the first requirement: what happened, to which pledge, and what counts then. */
  private static List<String> steps(CoverageQuery query, DateRange span, PledgeFixture... pledges) {
    List<EntryContent> recorded = new ArrayList<>();
    Baselines.capabilities()
        .values()
        .forEach(c -> recorded.add(new EntryContent.CapabilityVersionRecorded(c)));
    for (PledgeFixture pledge : pledges) {
      recorded.add(new EntryContent.PledgeVersionRecorded(pledge.statements().pledge()));
      pledge
          .statements()
          .recorded()
          .forEach(s -> recorded.add(new EntryContent.StatementRecorded(s)));
    }
    List<Entry> entries = new ArrayList<>();
    recorded.forEach(content -> entries.add(RecordedCase.entry(entries.size() + 1, content)));
    RegistrySnapshot registry = RegistrySnapshot.EMPTY.apply(entries);
    return ChangeHistory.said(registry, span).betweenDays(query, span).get(0).ofAmounts().stream()
        .map(s -> s.event().kind() + " " + s.event().pledge() + " " + s.after().counted().low())
        .toList();
  }

  @Test
  void onOneDayWhatEndedComesBeforeWhatIsSaidAndTheLastDayCounts() {
    DateRange span = new DateRange(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 10));
    PledgeFixture young =
        Fixtures.pledge("new", "GBR")
            .with(StatementFixture.pledged(Sizes.troops(5)).on("2026-03-10"));
    PledgeFixture old =
        Fixtures.pledge("old", "FRA")
            .with(StatementFixture.pledged(Sizes.troops(7)).on("2026-01-01").until("2026-03-09"));

    assertThat(steps(FORCE_TODAY, span, young, old)).containsExactly("EXPIRED old 0", "SAID new 5");
  }

  @Test
  void pledgeThatEndsWithTheYearExpiresAndTheNewYearTakesNothingFromIt() {
    CoverageQuery perYear =
        FORCE_TODAY.withBaseline(Baselines.of(Baselines.perYear(Baselines.LAND)));
    DateRange span = new DateRange(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 6, 1));
    PledgeFixture ending =
        Fixtures.pledge("old", "FRA")
            .with(StatementFixture.pledged().on("2026-01-01").until("2026-12-31"));
    PledgeFixture later =
        Fixtures.pledge("new", "GBR")
            .with(
                StatementFixture.pledged(Sizes.troops(365))
                    .on("2026-01-01")
                    .from("2027-01-01")
                    .until("2027-12-31"));

    assertThat(steps(perYear, span, ending, later))
        .containsExactly("YEAR null 365", "EXPIRED old 365");
  }

  /** Each step begins where the one before it ended, and changes something. */
  public static void chains(RandomCase each, Changes changes) {
    CountedAndStated reached = changes.before();
    for (Changes.Step step : changes.steps()) {
      assertThat(step.before()).as("%s: %s", each, step).isEqualTo(reached);
      assertThat(step.changesAnything()).as("%s: %s", each, step).isTrue();
      reached = step.after();
    }
    assertThat(changes.after()).as("%s", each).isEqualTo(reached);
  }

  @Test
  void changesBetweenDaysChainFromTheFirstAnswerToTheLast() {
    RandomCase.all()
        .forEach(
            each -> {
              RegistrySnapshot registry = RecordedCase.of(each).registry();
              CoverageQuery query = each.question().query();
              List<Changes> changes = ChangeHistory.said(registry, SPAN).betweenDays(query, SPAN);
              changes.forEach(c -> chains(each, c));
              assertThat(changes.stream().map(Changes::before).toList())
                  .as("%s", each)
                  .isEqualTo(
                      amounts(Coverage.of(query.validAt(SPAN.from()), registry.coverageInput())));
              assertThat(changes.stream().map(Changes::after).toList())
                  .as("%s", each)
                  .isEqualTo(
                      amounts(Coverage.of(query.validAt(SPAN.to()), registry.coverageInput())));
            });
  }

  @Test
  void changesOfOneDayAreExpiriesThenWordsAsRecorded() {
    RandomCase.all()
        .forEach(
            each -> {
              RegistrySnapshot registry = RecordedCase.of(each).registry();
              for (Changes changes :
                  ChangeHistory.said(registry, SPAN).betweenDays(each.question().query(), SPAN)) {
                List<RecordEvent> events =
                    changes.steps().stream().map(Changes.Step::event).toList();
                for (int i = 1; i < events.size(); i++) {
                  LocalDate before = (LocalDate) events.get(i - 1).at();
                  LocalDate at = (LocalDate) events.get(i).at();
                  assertThat(at).isAfterOrEqualTo(before);
                  assertThat(
                          at.equals(before)
                              && events.get(i).kind() == RecordEvent.Kind.EXPIRED
                              && events.get(i - 1).kind() != RecordEvent.Kind.EXPIRED)
                      .as("%s: %s", each, events)
                      .isFalse();
                }
              }
            });
  }
}
