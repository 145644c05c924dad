package org.alliedregistry.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.Fixtures;
import org.alliedregistry.support.RandomCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An answer that is counted on from the one before. */
@Tag("property")
@Execution(ExecutionMode.CONCURRENT)
class CoverageWorksheetTest {

  private static final List<RegistrySnapshot> STATES = new ArrayList<>();

  @BeforeAll
  static void mixed() {
    STATES.addAll(MixedRegistry.states());
  }

  /** The values of an answer that are compared. */
  private static List<Object> valuesOf(Coverage coverage) {
    List<Object> history = new ArrayList<>(List.of(String.valueOf(coverage.binding())));
    for (RequirementCoverage each : coverage.requirements()) {
      history.add(each.score());
      history.add(each.derived());
      history.add(each.onStatedNumbers());
      history.add(each.byRung());
      history.add(each.byAlly());
      history.add(each.byPayer());
      history.add(each.underCaveats());
      history.add(each.unconverted());
      history.add(each.conditions());
      history.add(each.ifAllMet());
      for (TraceLine line : each.unquantified()) {
        history.add(
            line.state().pledge().id() + line.counted() + line.reasons() + line.conditions());
      }
    }
    return history;
  }

  private static List<CoverageQuery> questions() {
    return RandomCase.all().limit(5).map(each -> each.question().query()).toList();
  }

  @Test
  void countedOnFromWhatWasThereBeforeItIsTheSame() {
    assertThat(STATES.get(STATES.size() - 1).coverageInput().partitions().size()).isGreaterThan(3);
    for (CoverageQuery query : questions()) {
      CoverageWorksheet worksheet = CoverageWorksheet.of(query, STATES.get(0).coverageInput());
      for (RegistrySnapshot state : STATES) {
        worksheet = worksheet.next(state.coverageInput());
        assertThat(valuesOf(worksheet.coverage()))
            .isEqualTo(valuesOf(Coverage.of(query, state.coverageInput())));
      }
    }
  }

  @Test
  void countedBackFromWhatWasThereLaterItIsTheSame() {
    CoverageInput last = STATES.get(STATES.size() - 1).coverageInput();
    for (CoverageQuery query : questions()) {
      CoverageWorksheet worksheet = CoverageWorksheet.of(query, last);
      for (RegistrySnapshot state : STATES) {
        assertThat(valuesOf(worksheet.next(state.coverageInput()).coverage()))
            .isEqualTo(valuesOf(Coverage.of(query, state.coverageInput())));
      }
    }
  }

  @Test
  void otherExchangeRatesCountEverythingAgain() {
    CoverageInput last = STATES.get(STATES.size() - 1).coverageInput();
    CoverageInput withoutRates =
        new CoverageInput(
            last.capabilities(), last.pledges(), last.conditions(), last.partitions(), Map.of());
    List<List<Object>> answers = new ArrayList<>();
    for (CoverageQuery query : questions()) {
      List<Object> anew = valuesOf(Coverage.of(query, withoutRates));
      CoverageWorksheet worksheet = CoverageWorksheet.of(query, last);
      assertThat(valuesOf(worksheet.next(withoutRates).coverage())).isEqualTo(anew);
      answers.add(anew);
      answers.add(valuesOf(worksheet.coverage()));
    }
    assertThat(answers.get(0)).isNotEqualTo(answers.get(1));
  }

  /** The marginals count group by group, whatever partition it is in. */
  @Test
  void howManyBindersThereAreMakesNoDifference() {
    CoverageInput last = STATES.get(STATES.size() - 1).coverageInput();
    for (CoverageQuery query : questions()) {
      List<Interval> counted =
          Coverage.of(query, last).requirements().stream().map(r -> r.score().counted()).toList();
      assertThat(Marginals.of(query, last)).extracting(Marginals::counted).isEqualTo(counted);
    }
  }

  @Test
  void whatDidNotChangeIsNotCountedAgain() {
    CoverageQuery query = questions().get(0);
    RegistrySnapshot registry = STATES.get(STATES.size() - 1);
    CoverageWorksheet worksheet = CoverageWorksheet.of(query, registry.coverageInput());
    EntryContent again =
        registry.log().stream()
            .map(Entry::content)
            .filter(EntryContent.PledgeVersionRecorded.class::isInstance)
            .findFirst()
            .orElseThrow();
    Pledge moved = ((EntryContent.PledgeVersionRecorded) again).pledge().partOf(null);

    CoverageWorksheet next =
        worksheet.next(
            registry
                .withHypothetical(List.of(new EntryContent.PledgeVersionRecorded(moved)))
                .coverageInput());

    for (int requirement = 0; requirement < next.subtotals().size(); requirement++) {
      List<Subtotal> then = worksheet.subtotals().get(requirement);
      List<Subtotal> now = next.subtotals().get(requirement);
      for (int partition = 1; partition < now.size(); partition++) {
        assertThat(now.get(partition)).isSameAs(then.get(partition));
      }
    }
    assertThat(next.subtotals().get(0).get(0)).isNotSameAs(worksheet.subtotals().get(0).get(0));
  }

  @Test
  void aConditionOfWhichMoreIsSaidIsCountedAnewWhereverItIsATerm() {
    RegistrySnapshot registry = STATES.get(STATES.size() - 1);
    int moved = 0;
    for (CoverageQuery query : questions()) {
      CoverageWorksheet worksheet = CoverageWorksheet.of(query, registry.coverageInput());
      for (String code : RandomCase.CONDITIONS) {
        for (State state : State.values()) {
          CoverageInput now =
              registry
                  .withHypothetical(List.of(said(code, state, query.view().validAt())))
                  .coverageInput();
          List<Object> then = valuesOf(worksheet.next(now).coverage());
          assertThat(then).isEqualTo(valuesOf(Coverage.of(query, now)));
          moved += then.equals(valuesOf(worksheet.coverage())) ? 0 : 1;
        }
      }
    }
    assertThat(moved).isGreaterThan(10);
  }

  private static EntryContent said(String condition, State state, LocalDate day) {
    ConditionStatement statement =
        Fixtures.condition(condition)
            .with(state, null, EvidenceGrade.OFFICIAL, null)
            .statements()
            .recorded()
            .get(0);
    Attribution of = statement.attribution();
    Attribution today =
        new Attribution(
            day, of.evidence(), of.speaker(), of.source(), of.releasability(), null, false, null);
    return new EntryContent.ConditionStatementRecorded(
        condition, new ConditionStatement("now", today, statement.state(), statement.ally()));
  }

  @Test
  void aPledgeThatMovesToAnotherWholeIsCountedThere() {
    RegistrySnapshot registry = STATES.get(STATES.size() - 1);
    List<Pledge> pledges =
        registry.pledges().values().stream()
            .map(record -> record.pledge())
            .filter(pledge -> pledge.capability().equals("LAND_FORCES"))
            .toList();
    Random random = new Random(5);
    List<Pledge> wholes =
        pledges.stream()
            .filter(p -> pledges.stream().anyMatch(q -> p.id().equals(q.partOf())))
            .toList();
    List<Pledge> parts = pledges.stream().filter(p -> p.partOf() != null).toList();
    for (CoverageQuery query : questions()) {
      RegistrySnapshot now = registry;
      CoverageWorksheet worksheet = CoverageWorksheet.of(query, now.coverageInput());
      for (int i = 0; i < 12; i++) {
        Pledge part = parts.get(random.nextInt(parts.size()));
        String whole = i % 4 == 0 ? null : wholes.get(random.nextInt(wholes.size())).id();
        now =
            now.withHypothetical(
                List.of(new EntryContent.PledgeVersionRecorded(part.partOf(whole))));
        worksheet = worksheet.next(now.coverageInput());
        assertThat(valuesOf(worksheet.coverage()))
            .isEqualTo(valuesOf(Coverage.of(query, now.coverageInput())));
        assertThat(valuesOf(worksheet.coverage()))
            .isEqualTo(valuesOf(Coverage.of(query, anew(now))));
      }
    }
  }

  /** The same, in binders of their own. */
  private static CoverageInput anew(RegistrySnapshot registry) {
    CoverageInput input = registry.coverageInput();
    return CoverageInput.of(
        input.capabilities(), input.pledges(), input.conditions(), input.exchangeRates());
  }
}
