package org.alliedregistry.ledger.view;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alliedregistry.domain.record.AudienceView;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.ledger.Ledger;

/**
 * The view of each audience on the ledger. Hidden entries are removed only here, before any
 * computation. A view is advanced with the ledger, and never built again.
 */
@ApplicationScoped
public class AudienceViews {

  /**
   * A view.
   *
   * @param all the snapshot that it is a view on
   * @param seen the entries of it that the audience sees
   */
  private record View(RegistrySnapshot all, RegistrySnapshot seen) {

    private static final View NOTHING = new View(RegistrySnapshot.EMPTY, RegistrySnapshot.EMPTY);

    View next(Audience audience, RegistrySnapshot registry) {
      return registry.log().size() <= all.log().size()
          ? this
          : new View(registry, AudienceView.next(audience, seen, all, registry));
    }
  }

  /** The view of one audience. It is advanced by one thread at a time, and no other view waits. */
  private static final class Latest {

    private final Audience audience;
    private volatile View view = View.NOTHING;

    Latest(Audience audience) {
      this.audience = audience;
    }

    View upTo(RegistrySnapshot registry) {
      return view.all() == registry ? view : advanced(registry);
    }

    private synchronized View advanced(RegistrySnapshot registry) {
      view = view.next(audience, registry);
      return view;
    }
  }

  private final Ledger ledger;
  private final EarlierViews earlier = new EarlierViews();
  private final AtomicBoolean isAdvancing = new AtomicBoolean();

  /** At most one for each recorded ally, and two more. */
  private final Map<Audience, Latest> views = new ConcurrentHashMap<>();

  public AudienceViews(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Advances the public view after each write on another thread, so that no reader has to. */
  @PostConstruct
  void follow() {
    ledger.onRecorded(
        () -> {
          if (isAdvancing.compareAndSet(false, true)) {
            Infrastructure.getDefaultExecutor().execute(this::advance);
          }
        });
  }

  private void advance() {
    isAdvancing.set(false);
    registry(Audience.PUBLIC);
  }

  /** Builds the views of the public and of the coalition before the first request. */
  public void prepare() {
    registry(Audience.PUBLIC);
    registry(Audience.COALITION);
  }

  /**
   * The view of an audience at an instant. If it may not be final yet, this waits for writes in
   * progress, whose instant may be earlier, and reads the entries of other nodes. Only the last
   * entry that the audience sees decides whether to wait. With any other entry, the duration would
   * reveal hidden entries.
   *
   * @param instant before the present time
   */
  public RegistrySnapshot known(Instant instant, Audience audience) {
    EntryStamp last = registry(audience).last();
    if (last == null || instant.isAfter(last.at())) {
      ledger.flush(instant);
      ledger.catchUp();
    }
    RegistrySnapshot now = registry(audience);
    int entries = now.countKnown(instant);
    return entries == now.log().size()
        ? now
        : earlier.known(audience, entries, () -> now.knownAt(instant));
  }

  /** Takes over what other nodes recorded. */
  public void catchUp() {
    ledger.catchUp();
  }

  /** The latest view of an audience. Advances it if necessary. */
  public RegistrySnapshot registry(Audience audience) {
    RegistrySnapshot registry = ledger.registry();
    return audience.equals(Audience.SECRETARIAT)
        ? registry
        : latest(audience, registry).upTo(registry).seen();
  }

  /**
   * The latest view of an audience if it need not be advanced; for threads that must not compute.
   */
  public Optional<RegistrySnapshot> ready(Audience audience) {
    RegistrySnapshot registry = ledger.registry();
    View view = latest(audience, registry).view;
    return audience.equals(Audience.SECRETARIAT)
        ? Optional.of(registry)
        : Optional.of(view).filter(v -> v.all() == registry).map(View::seen);
  }

  /** The view of an audience as far as it is advanced; it may lack the last entries. */
  public RegistrySnapshot soFar(Audience audience) {
    RegistrySnapshot registry = ledger.registry();
    return audience.equals(Audience.SECRETARIAT)
        ? registry
        : latest(audience, registry).view.seen();
  }

  /**
   * The view of an audience on a snapshot that is not recorded yet.
   *
   * @param next the latest snapshot, perhaps with further entries; for an earlier one the view is
   *     built from the start
   */
  public RegistrySnapshot of(Audience audience, RegistrySnapshot next) {
    if (audience.equals(Audience.SECRETARIAT)) {
      return next;
    }
    RegistrySnapshot registry = ledger.registry();
    View known = latest(audience, registry).upTo(registry);
    return known.all().log().size() <= next.log().size()
        ? known.next(audience, next).seen()
        : AudienceView.of(audience, next);
  }

  /** The view of an audience. An ally that is not recorded has that of the coalition. */
  private Latest latest(Audience audience, RegistrySnapshot registry) {
    String ally = audience.ally();
    Audience known =
        ally == null || registry.ally(ally).isPresent() ? audience : Audience.COALITION;
    Latest latest = views.get(known);
    return latest == null ? views.computeIfAbsent(known, Latest::new) : latest;
  }
}
