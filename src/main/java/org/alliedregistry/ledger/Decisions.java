package org.alliedregistry.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Registry;
import org.jspecify.annotations.Nullable;

/** What is to be written, decided on a registry and not yet on the disk. */
final class Decisions {

  private final Instants instants;

  Decisions(Instants instants) {
    this.instants = instants;
  }

  /**
   * On what may not be on the disk yet: also a refusal holds only once that is there. A reply that
   * need not be kept is put into words later, while others decide.
   */
  Decided decide(
      Registry before,
      String actor,
      Function<Registry, List<Content>> plan,
      Function<Registry, Supplier<Reply>> reply,
      @Nullable RequestKey key) {
    try {
      List<Written> written =
          Written.after(before.last(), instants.next(before), actor, () -> plan.apply(before));
      Registry after = before.apply(written.stream().map(Written::entry).toList());
      Supplier<Reply> words = reply.apply(after);
      if (key == null) {
        return new Decided(written, List.of(), after, words);
      }
      Reply replied = words.get();
      return new Decided(written, List.of(new KeptReply(key, replied)), after, () -> replied);
    } catch (Refusal e) {
      return Decided.refused(before, e);
    }
  }

  /** What several plans decide in order, each after the one before, at one instant. */
  Decided decide(Registry before, String actor, List<Function<Registry, List<Content>>> plans) {
    Instant at = instants.next(before);
    Registry planned = before;
    List<Written> written = new ArrayList<>();
    for (Function<Registry, List<Content>> plan : plans) {
      Registry soFar = planned;
      List<Written> next = Written.after(soFar.last(), at, actor, () -> plan.apply(soFar));
      planned = planned.apply(next.stream().map(Written::entry).toList());
      written.addAll(next);
    }
    return new Decided(written, List.of(), planned, Decided.NOBODY);
  }
}
