package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.change.RecordEvent.EventEffect;
import org.alliedregistry.domain.coverage.change.RecordEvent.Kind;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.pledge.Statement;
import org.alliedregistry.domain.record.ConditionRecord;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.PledgeIndex;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistryBuilder;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.ConditionStatements;

/** What a registry tells of a time: by what was said in it, or by what was recorded. */
public final class ChangeHistory {

  /** An event of a day with its place among those of the same day. */
  private record Placed(LocalDate day, long place, EventEffect effect) {}

  private final DateRange span;
  private final List<Placed> placed = new ArrayList<>();

  private ChangeHistory(DateRange span) {
    this.span = span;
  }

  /** What was said after the first day of a span and not after its last. */
  public static ChangeSequence said(RegistrySnapshot registry, DateRange span) {
    ChangeHistory changes = new ChangeHistory(span);
    Map<String, PledgeStatements> pledges = new LinkedHashMap<>();
    Map<String, ConditionStatements> conditions = new LinkedHashMap<>();
    registry.pledges().forEach((id, file) -> pledges.put(id, changes.begin(file)));
    registry.conditions().forEach((code, record) -> conditions.put(code, changes.begin(record)));
    changes.placed.sort(Comparator.comparing(Placed::day).thenComparingLong(Placed::place));
    return new ChangeSequence(
        CoverageInput.of(registry.latestCapabilities(), pledges, conditions),
        changes.placed.stream().map(Placed::effect).toList());
  }

  /** What is known of a pledge on the first day; what is said later is placed. */
  private PledgeStatements begin(PledgeRecord record) {
    PledgeStatements statements = record.pledgeStatements();
    int known =
        begin(
            statements.withoutCorrected(),
            record.statements(),
            (statement, count) ->
                new EventEffect(
                    said(Kind.SAID, record.pledge(), statement, statement.said().saidOn()),
                    new RecordChange.OfPledge(statements.firstStatements(count))));
    return statements.firstStatements(known);
  }

  private ConditionStatements begin(ConditionRecord record) {
    ConditionStatements statements = record.file();
    int known =
        begin(
            statements.withoutCorrected(),
            record.statements(),
            (statement, count) ->
                new EventEffect(
                    said(statements.condition().code(), statement, statement.said().saidOn()),
                    new RecordChange.OfCondition(statements.firstStatements(count))));
    return statements.firstStatements(known);
  }

  /** Places what is said within the span; how many statements were said by its first day. */
  private <S extends AttributedStatement> int begin(
      List<S> withoutCorrected,
      List<Recorded<S>> recorded,
      BiFunction<S, Integer, EventEffect> turning) {
    Map<String, Long> places = places(recorded);
    int known = 0;
    for (int i = 0; i < withoutCorrected.size(); i++) {
      S statement = withoutCorrected.get(i);
      LocalDate day = statement.said().saidOn();
      if (!day.isAfter(span.from())) {
        known = i + 1;
      } else if (!day.isAfter(span.to())) {
        long place = places.getOrDefault(statement.id(), 0L);
        placed.add(new Placed(day, place, turning.apply(statement, i + 1)));
      }
    }
    return known;
  }

  /** Statement → the sequence under which it was recorded; a correction: its target's. */
  private static <S extends AttributedStatement> Map<String, Long> places(
      List<Recorded<S>> recorded) {
    Map<String, Long> places = new HashMap<>();
    for (Recorded<S> statement : recorded) {
      String target = statement.value().said().corrects();
      Long inherited = target == null ? null : places.get(target);
      places.put(
          statement.value().id(), inherited == null ? statement.stamp().sequence() : inherited);
    }
    return places;
  }

  /**
   * What was recorded between two states of a registry.
   *
   * @param from the registry at the start
   * @param to the registry at the end
   * @param baseline the code of the baseline whose new versions count; empty where the question
   *     keeps to one version
   */
  public static ChangeSequence recorded(
      RegistrySnapshot from, RegistrySnapshot to, Optional<String> baseline) {
    CoverageInput start = from.coverageInput();
    return new ChangeSequence(
        CoverageInput.of(to.latestCapabilities(), start.pledges(), start.conditions()),
        () -> effects(new RegistryBuilder(from), to.entriesSince(from), baseline).iterator());
  }

  /** One by one: all states of a pledge of which much is said would not fit into memory. */
  private static Stream<EventEffect> effects(
      RegistryBuilder known, List<Entry> entries, Optional<String> baseline) {
    return entries.stream()
        .flatMap(
            entry -> {
              PledgeIndex before = known.pledges();
              known.apply(entry);
              return effect(entry, before, known, baseline).stream();
            });
  }

  private static Optional<EventEffect> effect(
      Entry entry, PledgeIndex before, RegistryBuilder known, Optional<String> baseline) {
    Temporal at = entry.stamp().at();
    if (entry.content() instanceof EntryContent.PledgeVersionRecorded version) {
      Pledge pledge = version.pledge();
      RecordEvent event =
          new RecordEvent(at, Kind.PLEDGE, pledge.id(), null, null, null, pledge.allies());
      RecordChange turn =
          new RecordChange.OfPledge(
              known.pledgeStatements(pledge.id()), known.reparented(pledge.id(), before));
      return Optional.of(new EventEffect(event, turn));
    }
    if (entry.content() instanceof EntryContent.StatementRecorded history) {
      PledgeStatements statements = known.pledgeStatements(history.statement().pledge());
      Kind kind = history.statement().said().corrects() == null ? Kind.SAID : Kind.CORRECTED;
      return Optional.of(
          new EventEffect(
              said(kind, statements.pledge(), history.statement(), at),
              new RecordChange.OfPledge(statements)));
    }
    if (entry.content() instanceof EntryContent.ConditionStatementRecorded history) {
      return Optional.of(
          new EventEffect(
              said(history.condition(), history.statement(), at),
              new RecordChange.OfCondition(known.conditionStatements(history.condition()))));
    }
    if (entry.content() instanceof EntryContent.BaselineVersionRecorded version
        && baseline.filter(version.baseline().code()::equals).isPresent()) {
      int number = version.baseline().version();
      RecordEvent event = new RecordEvent(at, Kind.BASELINE, null, null, null, number, List.of());
      return Optional.of(new EventEffect(event, new RecordChange.OfBaseline(version.baseline())));
    }
    return Optional.empty();
  }

  private static RecordEvent said(Kind kind, Pledge pledge, Statement statement, Temporal at) {
    return new RecordEvent(at, kind, pledge.id(), statement.id(), null, null, pledge.allies());
  }

  private static RecordEvent said(String condition, ConditionStatement statement, Temporal at) {
    List<String> allies = statement.ally() == null ? List.of() : List.of(statement.ally());
    return new RecordEvent(at, Kind.CONDITION, null, statement.id(), condition, null, allies);
  }
}
