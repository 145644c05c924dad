package org.alliedregistry.ledger.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that names the last entry, of a store without a file for it. */
@Entity
@Table(name = "ledger_head")
class LedgerHeadRow {

  /** The key of the row. */
  static final short ONLY = 1;

  /** A key that no row has. */
  static final short NONE = 0;

  @Id short id;
  long sequence;
  String hash;

  /** For the mapper. */
  @SuppressWarnings("NullAway.Init")
  LedgerHeadRow() {}

  LedgerHeadRow(LedgerHead head) {
    this.id = ONLY;
    this.sequence = head.sequence();
    this.hash = head.hash();
  }
}
