package org.alliedregistry.registry;

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
import org.alliedregistry.coverage.Event;
import org.alliedregistry.coverage.Event.Kind;
import org.alliedregistry.coverage.Event.Turning;
import org.alliedregistry.coverage.Landscape;
import org.alliedregistry.coverage.Span;
import org.alliedregistry.coverage.Telling;
import org.alliedregistry.coverage.Turn;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.Statement;
import org.alliedregistry.reference.ConditionFile;
import org.alliedregistry.reference.ConditionStatement;
import org.alliedregistry.reference.Spoken;

/** What a registry tells of a time: by what was said in it, or by what was recorded. */
public final class Retelling {

  /** An event of a day with its place among those of the same day. */
  private record Placed(LocalDate day, long place, Turning turning) {}

  private final Span span;
  private final List<Placed> placed = new ArrayList<>();

  private Retelling(Span span) {
    this.span = span;
  }

  /** What was said after the first day of a span and not after its last. */
  public static Telling said(Registry registry, Span span) {
    Retelling retelling = new Retelling(span);
    Map<String, Dossier> dossiers = new LinkedHashMap<>();
    Map<String, ConditionFile> conditions = new LinkedHashMap<>();
    registry.pledges().forEach((id, file) -> dossiers.put(id, retelling.begin(file)));
    registry.conditions().forEach((code, record) -> conditions.put(code, retelling.begin(record)));
    retelling.placed.sort(Comparator.comparing(Placed::day).thenComparingLong(Placed::place));
    return new Telling(
        Landscape.of(registry.latestCapabilities(), dossiers, conditions),
        retelling.placed.stream().map(Placed::turning).toList());
  }

  /** What is known of a pledge on the first day; what is said later is placed. */
  private Dossier begin(PledgeFile file) {
    Dossier dossier = file.dossier();
    int known =
        begin(
            dossier.standing(),
            file.statements(),
            (statement, count) ->
                new Turning(
                    said(Kind.SAID, file.pledge(), statement, statement.said().saidOn()),
                    new Turn.OfPledge(dossier.whenOnlySaid(count))));
    return dossier.whenOnlySaid(known);
  }

  private ConditionFile begin(ConditionRecord record) {
    ConditionFile file = record.file();
    int known =
        begin(
            file.standing(),
            record.statements(),
            (statement, count) ->
                new Turning(
                    said(file.condition().code(), statement, statement.said().saidOn()),
                    new Turn.OfCondition(file.whenOnlySaid(count))));
    return file.whenOnlySaid(known);
  }

  /** Places what is said within the span; how many statements were said by its first day. */
  private <S extends Spoken> int begin(
      List<S> standing, List<Stamped<S>> recorded, BiFunction<S, Integer, Turning> turning) {
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
  private static <S extends Spoken> Map<String, Long> places(List<Stamped<S>> recorded) {
    Map<String, Long> places = new HashMap<>();
    for (Stamped<S> statement : recorded) {
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
  public static Telling recorded(Registry from, Registry to, Optional<String> baseline) {
    Landscape start = from.landscape();
    return new Telling(
        Landscape.of(to.latestCapabilities(), start.dossiers(), start.conditions()),
        () -> turnings(new Editing(from), to.entriesSince(from), baseline).iterator());
  }

  /** One by one: all states of a pledge of which much is said would not fit into memory. */
  private static Stream<Turning> turnings(
      Editing known, List<Entry> entries, Optional<String> baseline) {
    return entries.stream()
        .flatMap(
            entry -> {
              Shelf before = known.pledges();
              known.apply(entry);
              return turning(entry, before, known, baseline).stream();
            });
  }

  private static Optional<Turning> turning(
      Entry entry, Shelf before, Editing known, Optional<String> baseline) {
    Temporal at = entry.stamp().at();
    if (entry.content() instanceof Content.PledgeVersion version) {
      Pledge pledge = version.pledge();
      Event event = new Event(at, Kind.PLEDGE, pledge.id(), null, null, null, pledge.allies());
      Turn turn = new Turn.OfPledge(known.dossier(pledge.id()), known.moved(pledge.id(), before));
      return Optional.of(new Turning(event, turn));
    }
    if (entry.content() instanceof Content.PledgeSaid told) {
      Dossier dossier = known.dossier(told.statement().pledge());
      Kind kind = told.statement().said().corrects() == null ? Kind.SAID : Kind.CORRECTED;
      return Optional.of(
          new Turning(
              said(kind, dossier.pledge(), told.statement(), at), new Turn.OfPledge(dossier)));
    }
    if (entry.content() instanceof Content.ConditionSaid told) {
      return Optional.of(
          new Turning(
              said(told.condition(), told.statement(), at),
              new Turn.OfCondition(known.conditionFile(told.condition()))));
    }
    if (entry.content() instanceof Content.BaselineVersion version
        && baseline.filter(version.baseline().code()::equals).isPresent()) {
      int number = version.baseline().version();
      Event event = new Event(at, Kind.BASELINE, null, null, null, number, List.of());
      return Optional.of(new Turning(event, new Turn.OfBaseline(version.baseline())));
    }
    return Optional.empty();
  }

  private static Event said(Kind kind, Pledge pledge, Statement statement, Temporal at) {
    return new Event(at, kind, pledge.id(), statement.id(), null, null, pledge.allies());
  }

  private static Event said(String condition, ConditionStatement statement, Temporal at) {
    List<String> allies = statement.ally() == null ? List.of() : List.of(statement.ally());
    return new Event(at, Kind.CONDITION, null, statement.id(), condition, null, allies);
  }
}
