package org.alliedregistry.ledger.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the store, whatever has been done to it there.
 *
 * @param recordedAt null where the store has none
 * @param content null where the store has none
 */
public record LedgerRow(
    long sequence,
    @Nullable Instant recordedAt,
    String actor,
    String kind,
    String subject,
    String contentDigest,
    String previousHash,
    String hash,
    @Nullable String content) {

  private static final Interner<String> ACTORS = new Interner<>();

  /** What {@link #of} reads, in its order. */
  static final String COLUMNS =
      "e.sequence, e.recorded_at, e.actor, e.kind, e.subject, e.content_digest, e.previous_hash,"
          + " e.hash, r.content from ledger_entry e left join record r on r.sequence = e.sequence";

  static LedgerRow of(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
    return new LedgerRow(
        row.getLong(1),
        at == null ? null : at.toInstant(),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }

  /** Whether its hash and its digest are those of what stands in it. */
  public boolean isHashCorrect() {
    return recordedAt != null
        && content != null
        && ChainLink.sha256(content).equals(contentDigest)
        && new ChainLink(sequence, recordedAt, actor, kind, subject, contentDigest, previousHash)
            .hash()
            .equals(hash);
  }

  /** The entry, of a sound row. */
  Entry entry() {
    if (recordedAt == null || content == null) {
      throw new IllegalStateException("entry " + sequence + " is not sound");
    }
    EntryContent read = CanonicalJson.read(kind, content);
    return new Entry(EntryStamp.of(sequence, recordedAt, ACTORS.one(actor), hash, read), read);
  }
}
