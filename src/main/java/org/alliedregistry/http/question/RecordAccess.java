package org.alliedregistry.http.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Gives each read its snapshot: the view of the caller's audience, now or at the instant asked for.
 * Every read gets its snapshot here.
 */
@ApplicationScoped
public class RecordAccess {

  private final AudienceViews views;
  private final Caller caller;
  private final RevisionBarrier atLeast;
  private final Clock clock;

  RecordAccess(AudienceViews views, Caller caller, RevisionBarrier atLeast, Clock clock) {
    this.views = views;
    this.caller = caller;
    this.atLeast = atLeast;
    this.clock = clock;
  }

  /**
   * What a read sees. If the instant is not in the past, this adds a violation, and gives the
   * latest snapshot.
   */
  public RecordContext context(EvidenceParameters parameters, QueryReader reader) {
    Instant knownAt = parameters.knownAt(reader);
    Audience audience = caller.audience(parameters.audience(reader));
    awaitRevision(parameters, reader);
    RegistrySnapshot registry =
        knownAt == null ? views.registry(audience) : known("knownAt", knownAt, audience, reader);
    return new RecordContext(registry, audience, knownAt, parameters.today(knownAt, clock));
  }

  /** Waits for minRevision in the view of the caller, even if another view is asked for. */
  private void awaitRevision(EvidenceParameters parameters, QueryReader reader) {
    String min = parameters.minRevision(reader);
    if (min != null) {
      atLeast.await(caller.requester(), caller.audience(), min);
    }
  }

  /** The present day, on official word: what the answer to a write shows. */
  public AsOf asOfToday() {
    return new AsOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), EvidenceGrade.OFFICIAL);
  }

  /** The latest snapshot that the caller sees. */
  public RegistrySnapshot current() {
    return views.registry(caller.audience());
  }

  /**
   * The latest snapshot for a write. If it lacks what the write needs, the entries of other nodes
   * are read first.
   */
  public RegistrySnapshot current(Predicate<RegistrySnapshot> isThere) {
    RegistrySnapshot registry = current();
    if (isThere.test(registry)) {
      return registry;
    }
    views.catchUp();
    return current();
  }

  /**
   * The view of an audience at an instant. If the instant is not in the past, this adds a
   * violation, and gives the latest snapshot.
   *
   * @param name the name of the parameter with the instant
   */
  public RegistrySnapshot known(
      String name, Instant instant, Audience audience, QueryReader reader) {
    RegistrySnapshot latest = views.registry(audience);
    if (hasBeen(instant, latest.last())) {
      return views.known(instant, audience);
    }
    Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS).minus(1, ChronoUnit.MICROS);
    if (!first(instant).isAfter(before)) {
      return views.known(before, audience);
    }
    reader.addViolation(name, "is in the future. Use an instant in the past");
    return latest;
  }

  /**
   * The first microsecond of the second or millisecond that ends with this instant. An instant
   * without microseconds was read as the last one, which may lie ahead when the first does not.
   */
  private static Instant first(Instant instant) {
    Instant next = instant.plus(1, ChronoUnit.MICROS);
    return next.truncatedTo(ChronoUnit.SECONDS).equals(next)
        ? next.minusSeconds(1)
        : next.truncatedTo(ChronoUnit.MILLIS).equals(next) ? next.minusMillis(1) : instant;
  }

  /**
   * Whether no entry can be recorded at or before the instant any more. The next entry will be
   * after the last one, and not before the present microsecond.
   */
  private boolean hasBeen(Instant instant, @Nullable EntryStamp last) {
    return instant.isBefore(clock.instant().truncatedTo(ChronoUnit.MICROS))
        || (last != null && !instant.isAfter(last.at()));
  }
}
