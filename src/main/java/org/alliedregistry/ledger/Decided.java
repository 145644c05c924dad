package org.alliedregistry.ledger;

import java.util.List;
import java.util.function.Supplier;
import org.alliedregistry.registry.Registry;

/**
 * What one write decided.
 *
 * @param after the registry right after it
 * @param reply what to answer once it is on the disk; throws the refusal of a write that is refused
 */
record Decided(List<Written> written, List<KeptReply> kept, Registry after, Supplier<Reply> reply) {

  /** Whom a reply that nobody asked for goes to. */
  static final Supplier<Reply> NOBODY =
      () -> {
        throw new IllegalStateException("nobody asked for a reply");
      };

  /** Refused, on the ground of what may not be on the disk yet. */
  static Decided refused(Registry before, RuntimeException refusal) {
    return new Decided(
        List.of(),
        List.of(),
        before,
        () -> {
          throw refusal;
        });
  }
}
