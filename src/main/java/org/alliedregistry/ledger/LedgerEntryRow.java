package org.alliedregistry.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.alliedregistry.registry.Stamp;

/** One accepted write, chained to the one before it. Rows are inserted and never touched again. */
@Entity
@Table(name = "ledger_entry")
class LedgerEntryRow {

  @Id private long sequence;

  @Column(name = "recorded_at", nullable = false)
  private Instant recordedAt;

  @Column(nullable = false)
  private String actor;

  @Column(nullable = false)
  private String kind;

  @Column(nullable = false)
  private String subject;

  @Column(name = "content_digest", nullable = false)
  private String contentDigest;

  @Column(name = "previous_hash", nullable = false)
  private String previousHash;

  @Column(nullable = false)
  private String hash;

  @SuppressWarnings("NullAway.Init")
  protected LedgerEntryRow() {}

  LedgerEntryRow(Link link) {
    this.sequence = link.sequence();
    this.recordedAt = link.recordedAt();
    this.actor = link.actor();
    this.kind = link.kind();
    this.subject = link.subject();
    this.contentDigest = link.contentDigest();
    this.previousHash = link.previousHash();
    this.hash = link.hash();
  }

  /** The link these columns make, its hash computed anew. */
  Link link() {
    return new Link(sequence, recordedAt, actor, kind, subject, contentDigest, previousHash);
  }

  String storedHash() {
    return hash;
  }

  Stamp stamp() {
    return new Stamp(sequence, recordedAt, actor, hash);
  }
}
