package org.alliedregistry.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Stamp;
import org.jspecify.annotations.Nullable;

/** An entry with its link in the chain and the canonical text its digest is made of. */
record Written(Entry entry, Link link, String content) {

  /** The most characters the embedded store keeps in one row. */
  private static final int MOST = 1_000_000;

  /**
   * What is decided, in order, at one instant.
   *
   * @param at taken before it is decided
   */
  static List<Written> after(
      @Nullable Stamp last, Instant at, String actor, Supplier<List<Content>> decided) {
    List<Written> written = new ArrayList<>();
    for (Content content : decided.get()) {
      Written next = after(last, at, actor, content);
      written.add(next);
      last = next.entry().stamp();
    }
    return written;
  }

  static Written after(@Nullable Stamp last, Instant at, String actor, Content content) {
    String text = ContentJson.write(content);
    if (text.length() > MOST) {
      throw Refusal.because(
          ProblemType.TOO_LARGE, "What is to be recorded has more than 1,000,000 characters.");
    }
    Link link =
        new Link(
            last == null ? 1 : last.sequence() + 1,
            at,
            actor,
            ContentJson.kind(content),
            content.subject(),
            Link.sha256(text),
            last == null ? Link.ROOT : last.hash());
    return new Written(
        new Entry(Stamp.of(link.sequence(), at, actor, link.hash(), content), content), link, text);
  }
}
