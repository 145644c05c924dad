package org.alliedregistry.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * The only writer. Every accepted write is one transaction; once it is durable, the registry that
 * contains it becomes the one everybody reads.
 */
@ApplicationScoped
public class Ledger {

  private final Rows rows;
  private final Clock clock;
  private volatile Registry current = Registry.EMPTY;

  Ledger(Rows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** Everything recorded so far. */
  public Registry registry() {
    return current;
  }

  /** Rebuilds the registry from the rows; refuses rows that do not chain. */
  public synchronized Registry load() {
    current = Registry.EMPTY.apply(rows.read());
    return current;
  }

  /**
   * Records what the plan decides on the current registry; a plan that refuses records nothing.
   *
   * @return the registry right after it
   */
  public Registry write(String actor, Function<Registry, List<Content>> plan) {
    return write(actor, List.of(plan));
  }

  /** The same for several plans in order, each deciding after the one before: all or none. */
  public synchronized Registry write(String actor, List<Function<Registry, List<Content>>> plans) {
    Registry planned = current;
    List<Entry> entries = new ArrayList<>();
    for (Function<Registry, List<Content>> plan : plans) {
      List<Entry> next = stamp(planned.last(), actor, plan.apply(planned));
      planned = planned.apply(next);
      entries.addAll(next);
    }
    if (!entries.isEmpty()) {
      String hashBefore = hashOf(current.last());
      QuarkusTransaction.requiringNew().run(() -> rows.append(entries, hashBefore));
      rows.makeDurable();
      current = planned;
    }
    return current;
  }

  private List<Entry> stamp(@Nullable Stamp last, String actor, List<Content> contents) {
    List<Entry> entries = new ArrayList<>();
    for (Content content : contents) {
      Stamp stamp = next(last, actor, content);
      entries.add(new Entry(stamp, content));
      last = stamp;
    }
    return entries;
  }

  /** Recorded-at never goes back, whatever the clock does. */
  private Stamp next(@Nullable Stamp last, String actor, Content content) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant at = last == null || now.isAfter(last.at()) ? now : last.at();
    long sequence = last == null ? 1 : last.sequence() + 1;
    return new Stamp(
        sequence, at, actor, Rows.link(sequence, at, actor, content, hashOf(last)).hash());
  }

  private static String hashOf(@Nullable Stamp last) {
    return last == null ? Link.ROOT : last.hash();
  }
}
