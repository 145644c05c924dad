package org.alliedregistry.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.alliedregistry.domain.record.EntryStamp;

/**
 * The result of the verification of the chain.
 *
 * @param head the last entry that was compared with the rows
 * @param faults the first hundred differences by sequence; empty if there are none
 */
public record Verification(EntryStamp head, List<Fault> faults) {

  private static final int MAX_FAULTS = 100;

  /** The kind of difference. */
  public enum Kind {
    /** The content of the row is not what was recorded. */
    CHANGED,
    /** The row is missing. */
    MISSING,
    /** The row was never recorded. */
    INSERTED,
    /** The row was recorded under another sequence. */
    REORDERED
  }

  /** A row that differs from what was recorded. */
  public record Fault(long sequence, Kind kind, String detail) {}

  static Verification of(EntryStamp head, List<Fault> found) {
    List<Fault> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingLong(Fault::sequence).thenComparing(Fault::kind));
    return new Verification(
        head, List.copyOf(sorted.subList(0, Math.min(MAX_FAULTS, sorted.size()))));
  }

  public boolean isVerified() {
    return faults.isEmpty();
  }
}
