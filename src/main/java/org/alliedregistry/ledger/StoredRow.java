package org.alliedregistry.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the store, whatever has been done to it there.
 *
 * @param recordedAt null where the store has none
 * @param content null where the store has none
 */
record StoredRow(
    long sequence,
    @Nullable Instant recordedAt,
    String actor,
    String kind,
    String subject,
    String contentDigest,
    String previousHash,
    String hash,
    @Nullable String content) {

  private static final Pool<String> ACTORS = new Pool<>();

  /** What {@link #of} reads, in its order. */
  static final String COLUMNS =
      "e.sequence, e.recorded_at, e.actor, e.kind, e.subject, e.content_digest, e.previous_hash,"
          + " e.hash, r.content from ledger_entry e left join record r on r.sequence = e.sequence";

  static StoredRow of(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
    return new StoredRow(
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
  boolean isSound() {
    return recordedAt != null
        && content != null
        && Link.sha256(content).equals(contentDigest)
        && new Link(sequence, recordedAt, actor, kind, subject, contentDigest, previousHash)
            .hash()
            .equals(hash);
  }

  /** The entry, of a sound row. */
  Entry entry() {
    if (recordedAt == null || content == null) {
      throw new IllegalStateException("entry " + sequence + " is not sound");
    }
    Content read = ContentJson.read(kind, content);
    return new Entry(Stamp.of(sequence, recordedAt, ACTORS.one(actor), hash, read), read);
  }
}
