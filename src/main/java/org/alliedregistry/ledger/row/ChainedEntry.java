package org.alliedregistry.ledger.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** A decided entry with its link in the chain and its canonical JSON; not written yet. */
public record ChainedEntry(Entry entry, ChainLink link, String content) {

  /** The maximum number of characters that the embedded store accepts in one row. */
  private static final int MAX_CHARACTERS = 1_000_000;

  /**
   * The entries of one decision, in order, at one instant.
   *
   * @param at the instant of the decision
   */
  public static List<ChainedEntry> after(
      @Nullable EntryStamp last, Instant at, String actor, Supplier<List<EntryContent>> decided) {
    List<ChainedEntry> chained = new ArrayList<>();
    for (EntryContent content : decided.get()) {
      ChainedEntry next = after(last, at, actor, content);
      chained.add(next);
      last = next.entry().stamp();
    }
    return chained;
  }

  public static ChainedEntry after(
      @Nullable EntryStamp last, Instant at, String actor, EntryContent content) {
    String text = CanonicalJson.write(content);
    if (text.length() > MAX_CHARACTERS) {
      throw ProblemException.because(
          ProblemType.TOO_LARGE,
          "The entry would have more than 1,000,000 characters. Send less at once.");
    }
    ChainLink link =
        new ChainLink(
            last == null ? 1 : last.sequence() + 1,
            at,
            actor,
            CanonicalJson.kind(content),
            content.subject(),
            ChainLink.sha256(text),
            last == null ? ChainLink.ROOT : last.hash());
    return new ChainedEntry(
        new Entry(EntryStamp.of(link.sequence(), at, actor, link.hash(), content), content),
        link,
        text);
  }
}
