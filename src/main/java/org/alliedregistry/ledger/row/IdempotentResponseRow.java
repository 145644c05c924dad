package org.alliedregistry.ledger.row;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The row of a stored response. */
@Entity
@Immutable
@Table(name = "kept_reply")
class IdempotentResponseRow {

  /** The key of the row; each caller has idempotency keys of its own. */
  @Embeddable
  record Key(String caller, @Column(name = "idempotency_key") String idempotencyKey) {}

  @EmbeddedId Key id;

  @Column(name = "request_digest")
  String requestDigest;

  @Column(name = "kept_at")
  Instant keptAt;

  int status;
  @Nullable String location;
  @Nullable String etag;

  @Column(name = "media_type")
  String mediaType;

  byte[] body;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  IdempotentResponseRow() {}

  IdempotentResponseRow(IdempotentResponse kept, Instant keptAt) {
    StoredResponse reply = kept.reply();
    this.id = id(kept.key());
    this.requestDigest = kept.key().digest();
    this.keptAt = keptAt;
    this.status = reply.status();
    this.location = reply.location();
    this.etag = reply.tag();
    this.mediaType = reply.mediaType();
    this.body = reply.body();
  }

  static Key id(IdempotencyKey key) {
    return new Key(key.caller(), key.key());
  }

  StoredResponse repeated() {
    return new StoredResponse(status, location, etag, mediaType, body, true);
  }
}
