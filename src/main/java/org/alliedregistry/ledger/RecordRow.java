package org.alliedregistry.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one ledger entry records, in the canonical form its digest is made of. */
@Entity
@Table(name = "record")
class RecordRow {

  @Id private long sequence;

  @Column(nullable = false)
  private String content;

  @SuppressWarnings("NullAway.Init")
  protected RecordRow() {}

  RecordRow(long sequence, String content) {
    this.sequence = sequence;
    this.content = content;
  }

  long sequence() {
    return sequence;
  }

  String content() {
    return content;
  }
}
