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
import org.alliedregistry.domain.coverage.change.RecordEvent.Kind;
import org.alliedregistry.domain.coverage.change.RecordEvent.Turning;
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
  private record Placed(LocalDate day, long place, Turning turning) {}

  private final DateRange span;
  private final List<Placed> placed = new ArrayList<>();

  private ChangeHistory(DateRange span) {
    this.span = span;
  }

  /** What was said after the first day of a span and not after its last. */
  public static ChangeSequence said(RegistrySnapshot registry, DateRange span) {
    ChangeHistory retelling = new ChangeHistory(span);
    Map<String, PledgeStatements> dossiers = new LinkedHashMap<>();
    Map<String, ConditionStatements> conditions = new LinkedHashMap<>();
    registry.pledges().forEach((id, file) -> dossiers.put(id, retelling.begin(file)));
    registry.conditions().forEach((code, record) -> conditions.put(code, retelling.begin(record)));
    retelling.placed.sort(Comparator.comparing(Placed::day).thenComparingLong(Placed::place));
    return new ChangeSequence(
        CoverageInput.of(registry.latestCapabilities(), dossiers, conditions),
        retelling.placed.stream().map(Placed::turning).toList());
  }

  /** What is known of a pledge on the first day; what is said later is placed. */
  private PledgeStatements begin(PledgeRecord file) {
    PledgeStatements dossier = file.dossier();
    int known =
        begin(
            dossier.standing(),
            file.statements(),
            (statement, count) ->
                new Turning(
                    said(Kind.SAID, file.pledge(), statement, statement.said().saidOn()),
                    new RecordChange.OfPledge(dossier.whenOnlySaid(count))));
    return dossier.whenOnlySaid(known);
  }

  private ConditionStatements begin(ConditionRecord record) {
    ConditionStatements file = record.file();
    int known =
        begin(
            file.standing(),
            record.statements(),
            (statement, count) ->
                new Turning(
                    said(file.condition().code(), statement, statement.said().saidOn()),
                    new RecordChange.OfCondition(file.whenOnlySaid(count))));
    return file.whenOnlySaid(known);
  }

  /** Places what is said within the span; how many statements were said by its first day. */
  private <S extends AttributedStatement> int begin(
      List<S> standing, List<Recorded<S>> recorded, BiFunction<S, Integer, Turning> turning) {
    Map<String, Long> places = places(recorded);
    int known = 0;
    for (int i = 0; i < standing.size(); i++) {
      S statement = standing.get(i);
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
    CoverageInput start = from.landscape();
    return new ChangeSequence(
        CoverageInput.of(to.latestCapabilities(), start.dossiers(), start.conditions()),
        () -> turnings(new RegistryBuilder(from), to.entriesSince(from), baseline).iterator());
  }

  /** One by one: all states of a pledge of which much is said would not fit into memory. */
  private static Stream<Turning> turnings(
      RegistryBuilder known, List<Entry> entries, Optional<String> baseline) {
    return entries.stream()
        .flatMap(
            entry -> {
              PledgeIndex before = known.pledges();
              known.apply(entry);
              return turning(entry, before, known, baseline).stream();
            });
  }

  private static Optional<Turning> turning(
      Entry entry, PledgeIndex before, RegistryBuilder known, Optional<String> baseline) {
    Temporal at = entry.stamp().at();
    if (entry.content() instanceof EntryContent.PledgeVersion version) {
      Pledge pledge = version.pledge();
      RecordEvent event =
          new RecordEvent(at, Kind.PLEDGE, pledge.id(), null, null, null, pledge.allies());
      RecordChange turn =
          new RecordChange.OfPledge(known.dossier(pledge.id()), known.moved(pledge.id(), before));
      return Optional.of(new Turning(event, turn));
    }
    if (entry.content() instanceof EntryContent.PledgeSaid told) {
      PledgeStatements dossier = known.dossier(told.statement().pledge());
      Kind kind = told.statement().said().corrects() == null ? Kind.SAID : Kind.CORRECTED;
      return Optional.of(
          new Turning(
              said(kind, dossier.pledge(), told.statement(), at),
              new RecordChange.OfPledge(dossier)));
    }
    if (entry.content() instanceof EntryContent.ConditionSaid told) {
      return Optional.of(
          new Turning(
              said(told.condition(), told.statement(), at),
              new RecordChange.OfCondition(known.conditionFile(told.condition()))));
    }
    if (entry.content() instanceof EntryContent.BaselineVersion version
        && baseline.filter(version.baseline().code()::equals).isPresent()) {
      int number = version.baseline().version();
      RecordEvent event = new RecordEvent(at, Kind.BASELINE, null, null, null, number, List.of());
      return Optional.of(new Turning(event, new RecordChange.OfBaseline(version.baseline())));
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
