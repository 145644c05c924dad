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
import org.alliedregistry.domain.pledge.statement.Statement;
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

/** Collects the changes of the record in a time: by the day of statements, or by recording. */
public final class ChangeHistory {

  /** An event of a day, and its order among those of the same day. */
  private record DatedEvent(LocalDate day, long order, EventEffect effect) {}

  private final DateRange span;
  private final List<DatedEvent> events = new ArrayList<>();

  private ChangeHistory(DateRange span) {
    this.span = span;
  }

  /** The changes by statements of a range of days, without its first day. */
  public static ChangeSequence said(RegistrySnapshot registry, DateRange span) {
    ChangeHistory changes = new ChangeHistory(span);
    Map<String, PledgeStatements> pledges = new LinkedHashMap<>();
    Map<String, ConditionStatements> conditions = new LinkedHashMap<>();
    registry.pledges().forEach((id, record) -> pledges.put(id, changes.begin(record)));
    registry.conditions().forEach((code, record) -> conditions.put(code, changes.begin(record)));
    changes.events.sort(Comparator.comparing(DatedEvent::day).thenComparingLong(DatedEvent::order));
    return new ChangeSequence(
        CoverageInput.of(
            registry.latestCapabilities(), pledges, conditions, registry.latestExchangeRates()),
        changes.events.stream().map(DatedEvent::effect).toList());
  }

  /** The statements of a pledge on the first day. Later ones are added to the events. */
  private PledgeStatements begin(PledgeRecord record) {
    PledgeStatements statements = record.pledgeStatements();
    int known =
        begin(
            statements.uncorrected(),
            record.statements(),
            (statement, count) ->
                new EventEffect(
                    said(Kind.SAID, record.pledge(), statement, statement.attribution().saidOn()),
                    new RecordChange.OfPledge(statements.firstStatements(count))));
    return statements.firstStatements(known);
  }

  private ConditionStatements begin(ConditionRecord record) {
    ConditionStatements statements = record.conditionStatements();
    int known =
        begin(
            statements.uncorrected(),
            record.statements(),
            (statement, count) ->
                new EventEffect(
                    said(
                        statements.condition().code(), statement, statement.attribution().saidOn()),
                    new RecordChange.OfCondition(statements.firstStatements(count))));
    return statements.firstStatements(known);
  }

  /** Adds the events of the range; returns the number of statements up to its first day. */
  private <S extends AttributedStatement> int begin(
      List<S> uncorrected, List<Recorded<S>> recorded, BiFunction<S, Integer, EventEffect> effect) {
    Map<String, Long> orders = orders(recorded);
    int known = 0;
    for (int i = 0; i < uncorrected.size(); i++) {
      S statement = uncorrected.get(i);
      LocalDate day = statement.attribution().saidOn();
      if (!day.isAfter(span.from())) {
        known = i + 1;
      } else if (!day.isAfter(span.to())) {
        long order = orders.getOrDefault(statement.id(), 0L);
        events.add(new DatedEvent(day, order, effect.apply(statement, i + 1)));
      }
    }
    return known;
  }

  /** Statement → the sequence of its entry; for a correction, that of its target. */
  private static <S extends AttributedStatement> Map<String, Long> orders(
      List<Recorded<S>> recorded) {
    Map<String, Long> orders = new HashMap<>();
    for (Recorded<S> statement : recorded) {
      String target = statement.value().attribution().corrects();
      Long inherited = target == null ? null : orders.get(target);
      orders.put(
          statement.value().id(), inherited == null ? statement.stamp().sequence() : inherited);
    }
    return orders;
  }

  /**
   * The changes by the entries recorded between two snapshots.
   *
   * @param from the snapshot at the start
   * @param to the snapshot at the end
   * @param baseline the code of the baseline whose new versions count; empty if the question names
   *     a version
   */
  public static ChangeSequence recorded(
      RegistrySnapshot from, RegistrySnapshot to, Optional<String> baseline) {
    CoverageInput start = from.coverageInput();
    return new ChangeSequence(
        CoverageInput.of(
            to.latestCapabilities(), start.pledges(), start.conditions(), start.exchangeRates()),
        () -> effects(new RegistryBuilder(from), to.entriesSince(from), baseline).iterator());
  }

  /** One by one, because all states of a pledge with many statements would not fit into memory. */
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
          new RecordEvent(at, Kind.PLEDGE, pledge.id(), null, null, null, null, pledge.allies());
      RecordChange change =
          new RecordChange.OfPledge(
              known.pledgeStatements(pledge.id()), known.reparented(pledge.id(), before));
      return Optional.of(new EventEffect(event, change));
    }
    if (entry.content() instanceof EntryContent.StatementRecorded recorded) {
      PledgeStatements statements = known.pledgeStatements(recorded.statement().pledge());
      Kind kind =
          recorded.statement().attribution().corrects() == null ? Kind.SAID : Kind.CORRECTED;
      return Optional.of(
          new EventEffect(
              said(kind, statements.pledge(), recorded.statement(), at),
              new RecordChange.OfPledge(statements)));
    }
    if (entry.content() instanceof EntryContent.ConditionStatementRecorded recorded) {
      return Optional.of(
          new EventEffect(
              said(recorded.condition(), recorded.statement(), at),
              new RecordChange.OfCondition(known.conditionStatements(recorded.condition()))));
    }
    return ofReferenceData(entry, known, baseline);
  }

  private static Optional<EventEffect> ofReferenceData(
      Entry entry, RegistryBuilder known, Optional<String> baseline) {
    Temporal at = entry.stamp().at();
    if (entry.content() instanceof EntryContent.BaselineVersionRecorded version
        && baseline.filter(version.baseline().code()::equals).isPresent()) {
      int number = version.baseline().version();
      RecordEvent event =
          new RecordEvent(at, Kind.BASELINE, null, null, null, number, null, List.of());
      return Optional.of(new EventEffect(event, new RecordChange.OfBaseline(version.baseline())));
    }
    if (entry.content() instanceof EntryContent.ExchangeRatesVersionRecorded version) {
      String unit = version.series().rates().unit();
      RecordEvent event =
          new RecordEvent(at, Kind.EXCHANGE_RATES, null, null, null, null, unit, List.of());
      return Optional.of(
          new EventEffect(event, new RecordChange.OfExchangeRates(known.exchangeRates())));
    }
    return Optional.empty();
  }

  private static RecordEvent said(Kind kind, Pledge pledge, Statement statement, Temporal at) {
    return new RecordEvent(
        at, kind, pledge.id(), statement.id(), null, null, null, pledge.allies());
  }

  private static RecordEvent said(String condition, ConditionStatement statement, Temporal at) {
    List<String> allies = statement.ally() == null ? List.of() : List.of(statement.ally());
    return new RecordEvent(at, Kind.CONDITION, null, statement.id(), condition, null, null, allies);
  }
}
