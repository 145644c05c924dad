package org.alliedregistry.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.Statement;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.Given;
import org.alliedregistry.support.RandomCase;
import org.alliedregistry.support.RecordedCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An answer that is counted on from the one before. */
@Tag("property")
class CoverageWorksheetTest {

  private static final int CASES = 120;

  /** Many made-up registries in one, so that its pledges fill several binders. */
  private static final List<Entry> ENTRIES = new ArrayList<>();

  private static final List<RegistrySnapshot> STATES = new ArrayList<>();

  @BeforeAll
  static void mixed() {
    List<List<Entry>> ledgers =
        RandomCase.all().limit(CASES).map(RecordedCase::of).map(RecordedCase::entries).toList();
    Random random = new Random(17);
    for (int place = 0; place < 40; place++) {
      for (int i = 0; i < CASES; i++) {
        if (place < ledgers.get(i).size()) {
          add(renamed(ledgers.get(i).get(place).content(), "c" + i + "-"));
        }
      }
    }
    RegistrySnapshot registry = RegistrySnapshot.EMPTY;
    for (int from = 0; from < ENTRIES.size(); ) {
      int to = Math.min(ENTRIES.size(), from + 1 + random.nextInt(400));
      registry = registry.apply(ENTRIES.subList(from, to));
      STATES.add(registry);
      from = to;
    }
    STATES.removeIf(state -> state.capabilities().size() < 2);
  }

  private static void add(EntryContent content) {
    ENTRIES.add(RecordedCase.entry(ENTRIES.size() + 1, content));
  }

  private static EntryContent renamed(EntryContent content, String prefix) {
    if (content instanceof EntryContent.PledgeVersion version) {
      Pledge pledge = version.pledge();
      String whole = pledge.partOf();
      return new EntryContent.PledgeVersion(
          new Pledge(
              prefix + pledge.id(),
              pledge.reference(),
              pledge.allies(),
              pledge.shares(),
              pledge.financedBy(),
              pledge.capability(),
              pledge.purpose(),
              pledge.title(),
              whole == null ? null : prefix + whole));
    }
    if (content instanceof EntryContent.PledgeSaid told) {
      Statement statement = told.statement();
      String target = statement.said().corrects();
      return new EntryContent.PledgeSaid(
          new Statement(
              prefix + statement.id(),
              prefix + statement.pledge(),
              statement.said().correcting(target == null ? null : prefix + target),
              statement.says()));
    }
    return content;
  }

  /** What is told of an answer. */
  private static List<Object> told(Coverage coverage) {
    List<Object> told = new ArrayList<>(List.of(String.valueOf(coverage.binding())));
    for (RequirementCoverage each : coverage.requirements()) {
      told.add(each.score());
      told.add(each.derived());
      told.add(each.onStatedNumbers());
      told.add(each.byRung());
      told.add(each.byAlly());
      told.add(each.conditions());
      for (TraceLine line : each.unquantified()) {
        told.add(
            line.standing().pledge().id() + line.counted() + line.reasons() + line.conditions());
      }
    }
    return told;
  }

  private static List<CoverageQuery> questions() {
    return RandomCase.all().limit(5).map(each -> each.question().query()).toList();
  }

  @Test
  void countedOnFromWhatWasThereBeforeItIsTheSame() {
    assertThat(STATES.get(STATES.size() - 1).landscape().binders().size()).isGreaterThan(3);
    for (CoverageQuery query : questions()) {
      CoverageWorksheet workings = CoverageWorksheet.of(query, STATES.get(0).landscape());
      for (RegistrySnapshot state : STATES) {
        workings = workings.next(state.landscape());
        assertThat(told(workings.coverage()))
            .isEqualTo(told(Coverage.of(query, state.landscape())));
      }
    }
  }

  @Test
  void countedBackFromWhatWasThereLaterItIsTheSame() {
    CoverageInput last = STATES.get(STATES.size() - 1).landscape();
    for (CoverageQuery query : questions()) {
      CoverageWorksheet workings = CoverageWorksheet.of(query, last);
      for (RegistrySnapshot state : STATES) {
        assertThat(told(workings.next(state.landscape()).coverage()))
            .isEqualTo(told(Coverage.of(query, state.landscape())));
      }
    }
  }

  /** The marginals count family by family, whatever binder it is in. */
  @Test
  void howManyBindersThereAreMakesNoDifference() {
    CoverageInput last = STATES.get(STATES.size() - 1).landscape();
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
    CoverageWorksheet workings = CoverageWorksheet.of(query, registry.landscape());
    EntryContent again =
        registry.journal().stream()
            .map(Entry::content)
            .filter(EntryContent.PledgeVersion.class::isInstance)
            .findFirst()
            .orElseThrow();
    Pledge moved = ((EntryContent.PledgeVersion) again).pledge().partOf(null);

    CoverageWorksheet next =
        workings.next(
            registry.supposing(List.of(new EntryContent.PledgeVersion(moved))).landscape());

    for (int requirement = 0; requirement < next.subtotals().size(); requirement++) {
      List<Subtotal> then = workings.subtotals().get(requirement);
      List<Subtotal> now = next.subtotals().get(requirement);
      for (int binder = 1; binder < now.size(); binder++) {
        assertThat(now.get(binder)).isSameAs(then.get(binder));
      }
    }
    assertThat(next.subtotals().get(0).get(0)).isNotSameAs(workings.subtotals().get(0).get(0));
  }

  @Test
  void aConditionOfWhichMoreIsSaidIsCountedAnewWhereverItIsATerm() {
    RegistrySnapshot registry = STATES.get(STATES.size() - 1);
    int moved = 0;
    for (CoverageQuery query : questions()) {
      CoverageWorksheet workings = CoverageWorksheet.of(query, registry.landscape());
      for (String code : RandomCase.CONDITIONS) {
        for (State state : State.values()) {
          CoverageInput now =
              registry.supposing(List.of(said(code, state, query.view().validAt()))).landscape();
          List<Object> then = told(workings.next(now).coverage());
          assertThat(then).isEqualTo(told(Coverage.of(query, now)));
          moved += then.equals(told(workings.coverage())) ? 0 : 1;
        }
      }
    }
    assertThat(moved).isGreaterThan(10);
  }

  private static EntryContent said(String condition, State state, LocalDate day) {
    ConditionStatement statement =
        Given.condition(condition)
            .says(state, null, EvidenceGrade.OFFICIAL, null)
            .file()
            .recorded()
            .get(0);
    Attribution of = statement.said();
    Attribution today =
        new Attribution(
            day, of.evidence(), of.speaker(), of.source(), of.releasability(), null, false, null);
    return new EntryContent.ConditionSaid(
        condition, new ConditionStatement("now", today, statement.state(), statement.ally()));
  }

  @Test
  void aPledgeThatMovesToAnotherWholeIsCountedThere() {
    RegistrySnapshot registry = STATES.get(STATES.size() - 1);
    List<Pledge> pledges =
        registry.pledges().values().stream()
            .map(file -> file.pledge())
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
      CoverageWorksheet workings = CoverageWorksheet.of(query, now.landscape());
      for (int i = 0; i < 12; i++) {
        Pledge part = parts.get(random.nextInt(parts.size()));
        String whole = i % 4 == 0 ? null : wholes.get(random.nextInt(wholes.size())).id();
        now = now.supposing(List.of(new EntryContent.PledgeVersion(part.partOf(whole))));
        workings = workings.next(now.landscape());
        assertThat(told(workings.coverage())).isEqualTo(told(Coverage.of(query, now.landscape())));
        assertThat(told(workings.coverage())).isEqualTo(told(Coverage.of(query, anew(now))));
      }
    }
  }

  /** The same, in binders of their own. */
  private static CoverageInput anew(RegistrySnapshot registry) {
    CoverageInput landscape = registry.landscape();
    return CoverageInput.of(landscape.capabilities(), landscape.dossiers(), landscape.conditions());
  }
}
