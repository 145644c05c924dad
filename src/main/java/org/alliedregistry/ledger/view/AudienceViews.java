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
 * What each audience sees of the ledger. The one place where what is hidden is taken out, before
 * anything is computed; it grows with the ledger and is made anew for nobody.
 */
@ApplicationScoped
public class AudienceViews {

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

  /** At most one for each ally that there is, and two more. */
  private final Map<Audience, Latest> views = new ConcurrentHashMap<>();

  public AudienceViews(Ledger ledger) {
    this.ledger = ledger;
  }

  /** After each write the public's view is advanced beside the writer, not by its next reader. */
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

  /** Makes the views of those who are many, before anybody asks. */
  public void prepare() {
    registry(Audience.PUBLIC);
    registry(Audience.COALITION);
  }

  /**
   * What an audience knew at an instant, once nothing can be recorded by it any more: a write reads
   * the clock first, and is there for everybody only when it is on the disk. What other nodes have
   * on the disk is looked for. Whether to look is decided by the audience's own last entry: by any
   * other, the time it takes would tell of what is hidden.
   *
   * @param instant before now
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

  /** Everything recorded so far that an audience sees. Computes what is not there yet. */
  public RegistrySnapshot registry(Audience audience) {
    RegistrySnapshot registry = ledger.registry();
    return audience.equals(Audience.SECRETARIAT)
        ? registry
        : latest(audience, registry).upTo(registry).seen();
  }

  /** The same, where nothing has to be computed for it: for threads that must not. */
  public Optional<RegistrySnapshot> ready(Audience audience) {
    RegistrySnapshot registry = ledger.registry();
    View view = latest(audience, registry).view;
    return audience.equals(Audience.SECRETARIAT)
        ? Optional.of(registry)
        : Optional.of(view).filter(v -> v.all() == registry).map(View::seen);
  }

  /** What there is of an audience's view, perhaps without the last entries; computes nothing. */
  public RegistrySnapshot soFar(Audience audience) {
    RegistrySnapshot registry = ledger.registry();
    return audience.equals(Audience.SECRETARIAT)
        ? registry
        : latest(audience, registry).view.seen();
  }

  /**
   * What an audience sees of a registry that is not recorded yet.
   *
   * @param next the registry as it is and perhaps more; of an earlier one it is made anew
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

  /** An ally that is not recorded sees what the coalition sees, and needs no view of its own. */
  private Latest latest(Audience audience, RegistrySnapshot registry) {
    String ally = audience.ally();
    Audience eyes = ally == null || registry.ally(ally).isPresent() ? audience : Audience.COALITION;
    Latest latest = views.get(eyes);
    return latest == null ? views.computeIfAbsent(eyes, Latest::new) : latest;
  }
}
