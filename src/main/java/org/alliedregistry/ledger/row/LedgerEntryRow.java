package org.alliedregistry.ledger.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** The row of an entry: its link in the chain, and its canonical JSON. */
@Entity
@Immutable
@Table(name = "ledger_entry")
class LedgerEntryRow {

  /** The sequence is set by the ledger, without gaps. */
  @Id long sequence;

  @Column(name = "recorded_at")
  Instant recordedAt;

  String actor;
  String kind;
  String subject;

  @Column(name = "content_digest")
  String contentDigest;

  @Column(name = "previous_hash")
  String previousHash;

  String hash;
  String content;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  LedgerEntryRow() {}

  LedgerEntryRow(ChainedEntry added) {
    ChainLink link = added.link();
    this.sequence = link.sequence();
    this.recordedAt = link.recordedAt();
    this.actor = link.actor();
    this.kind = link.kind();
    this.subject = link.subject();
    this.contentDigest = link.contentDigest();
    this.previousHash = link.previousHash();
    this.hash = added.entry().stamp().hash();
    this.content = added.content();
  }
}
