package org.alliedregistry.seed;

import java.util.List;
import org.alliedregistry.domain.record.EntryContent;

/**
 * What one step of an update records.
 *
 * @param entries in order; none if nothing changes
 */
record Change(Kind kind, List<EntryContent> entries) {

  /** What a change does. */
  enum Kind {
    /** The registry says what the bundled files say. */
    NONE,
    /** The last word is somebody else's, so nothing is recorded. */
    LEFT_ALONE,
    /** A new version of reference data, or the first one. */
    REFERENCE_DATA,
    /** A new version of a pledge. */
    PLEDGE_CHANGED,
    /** A new pledge with its first statement. */
    PLEDGE_OPENED,
    /** A new statement. */
    STATEMENT_ADDED,
    /** A statement that takes the place of an earlier one. */
    STATEMENT_CORRECTED,
    /** A statement that says that there was no such statement. */
    STATEMENT_VOIDED
  }

  static final Change NONE = new Change(Kind.NONE, List.of());
  static final Change LEFT_ALONE = new Change(Kind.LEFT_ALONE, List.of());

  Change {
    entries = List.copyOf(entries);
  }
}
