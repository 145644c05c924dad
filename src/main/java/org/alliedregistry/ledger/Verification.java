package org.alliedregistry.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.alliedregistry.domain.record.EntryStamp;

/**
 * What a full re-computation of the chain from the rows found.
 *
 * @param head the last entry that was held against the rows
 * @param faults by sequence, the first hundred; none where every row is as it was recorded
 */
public record Verification(EntryStamp head, List<Fault> faults) {

  private static final int MAX_SUSPECTS = 100;

  /** What was done to a row. */
  public enum Kind {
    /** It does not say what was recorded. */
    CHANGED,
    /** It is not there. */
    MISSING,
    /** It was never recorded. */
    INSERTED,
    /** It was recorded under another sequence. */
    REORDERED
  }

  /** One row that is not as it was recorded. */
  public record Fault(long sequence, Kind kind, String detail) {}

  static Verification of(EntryStamp head, List<Fault> found) {
    List<Fault> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingLong(Fault::sequence).thenComparing(Fault::kind));
    return new Verification(
        head, List.copyOf(sorted.subList(0, Math.min(MAX_SUSPECTS, sorted.size()))));
  }

  public boolean isVerified() {
    return faults.isEmpty();
  }
}
