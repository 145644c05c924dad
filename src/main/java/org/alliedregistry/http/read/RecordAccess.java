package org.alliedregistry.http.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The registry that a question is asked of: what the caller sees of it, as it is or as it was known
 * at the instant asked for. The one place where a read gets it from.
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

  /** The registry asked of; the latest, with a fault, where the instant is none that has been. */
  public RegistrySnapshot registry(EvidenceParameters parameters, QueryReader reader) {
    Instant instant = parameters.knownAt(reader);
    Audience audience = audience(parameters, reader);
    awaitRevision(parameters, reader);
    return instant == null ? views.registry(audience) : known("knownAt", instant, audience, reader);
  }

  /**
   * The registry as it was known at an instant.
   *
   * @param name of the parameter that asks for it
   */
  public RegistrySnapshot known(
      String name, Instant instant, EvidenceParameters parameters, QueryReader reader) {
    awaitRevision(parameters, reader);
    return known(name, instant, audience(parameters, reader), reader);
  }

  /** What the caller has seen is known here; with its own eyes, whosever eyes it asks for. */
  private void awaitRevision(EvidenceParameters parameters, QueryReader reader) {
    String min = parameters.minRevision(reader);
    if (min != null) {
      atLeast.await(caller.requester(), caller.audience(), min);
    }
  }

  /** With whose eyes a question is asked: the caller's, or those it asks for. */
  public Audience audience(EvidenceParameters parameters, QueryReader reader) {
    return caller.audience(parameters.audience(reader));
  }

  /** With whose eyes the caller sees. */
  Audience caller() {
    return caller.audience();
  }

  /** Everything that the caller sees now. */
  public RegistrySnapshot current() {
    return views.registry(caller.audience());
  }

  /**
   * The same for a write, which is not refused for what only this node lacks: what others recorded
   * is looked for first.
   */
  public RegistrySnapshot current(Predicate<RegistrySnapshot> isThere) {
    RegistrySnapshot registry = current();
    if (isThere.test(registry)) {
      return registry;
    }
    views.catchUp();
    return current();
  }

  private RegistrySnapshot known(
      String name, Instant instant, Audience audience, QueryReader reader) {
    RegistrySnapshot latest = views.registry(audience);
    if (hasBeen(instant, latest.last())) {
      return views.known(instant, audience);
    }
    Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS).minus(1, ChronoUnit.MICROS);
    if (!first(instant).isAfter(before)) {
      return views.known(before, audience);
    }
    reader.addViolation(name, "lies ahead; what will be known then cannot be told");
    return latest;
  }

  /**
   * The last microsecond of a second or of a millisecond stands for all of it: where it lies ahead,
   * what it stands for may have begun.
   */
  private static Instant first(Instant instant) {
    Instant next = instant.plus(1, ChronoUnit.MICROS);
    return next.truncatedTo(ChronoUnit.SECONDS).equals(next)
        ? next.minusSeconds(1)
        : next.truncatedTo(ChronoUnit.MILLIS).equals(next) ? next.minusMillis(1) : instant;
  }

  /**
   * Whether nothing can be recorded at or before the instant any more: what is recorded next is
   * after the last entry, and not before the microsecond it is now.
   */
  private boolean hasBeen(Instant instant, @Nullable EntryStamp last) {
    return instant.isBefore(clock.instant().truncatedTo(ChronoUnit.MICROS))
        || (last != null && !instant.isAfter(last.at()));
  }
}
