package org.alliedregistry.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import org.alliedregistry.problem.Digest;

/** The registry's own key: made at its first use, and kept in a file for its owner only. */
@ApplicationScoped
class LocalKey {

  private static final int ID_LENGTH = 16;

  private final KeyPair pair;
  private final String id;

  LocalKey(AccessConfig config, Identity identity) {
    this.pair =
        identity
            .keyFile()
            .map(SigningKey::named)
            .orElseGet(() -> SigningKey.in(config.dataDir().resolve("signing.key")));
    this.id = Digest.of(pair.getPublic().getEncoded()).substring(0, ID_LENGTH);
  }

  KeyPair pair() {
    return pair;
  }

  /** What tokens name it by. */
  String id() {
    return id;
  }
}
