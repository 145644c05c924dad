package org.alliedregistry.ledger.row;

import java.time.Instant;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as it is in the store, unchecked.
 *
 * @param recordedAt null if the row has none
 * @param content null if the row has none
 */
public record StoredEntry(
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

  /** Makes the readers of the content, which the first row would make otherwise. */
  public static void prepareReaders() {
    CanonicalJson.prepare();
  }

  /** Whether the hash and the digest fit the other columns. */
  public boolean isHashCorrect() {
    return recordedAt != null
        && content != null
        && ChainLink.sha256(content).equals(contentDigest)
        && new ChainLink(sequence, recordedAt, actor, kind, subject, contentDigest, previousHash)
            .hash()
            .equals(hash);
  }

  /** The entry of a row whose hash is correct. */
  Entry entry() {
    if (recordedAt == null || content == null) {
      throw new IllegalStateException("entry " + sequence + " is not sound");
    }
    EntryContent read = CanonicalJson.read(kind, content);
    return new Entry(EntryStamp.of(sequence, recordedAt, ACTORS.one(actor), hash, read), read);
  }
}
