package org.alliedregistry.security.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import org.alliedregistry.json.Digest;

/** The key that signs local tokens. It is made at its first use, in a file for its owner only. */
@ApplicationScoped
public class LocalSigningKey {

  private static final int ID_LENGTH = 16;

  private final KeyPair pair;
  private final String id;

  LocalSigningKey(DataDirectoryConfig config, IdentityProviderConfig identity) {
    this.pair =
        identity
            .keyFile()
            .map(SigningKeyFile::named)
            .orElseGet(() -> SigningKeyFile.loadOrCreate(config.dataDir().resolve("signing.key")));
    this.id = Digest.of(pair.getPublic().getEncoded()).substring(0, ID_LENGTH);
  }

  public KeyPair pair() {
    return pair;
  }

  /** The key id in the header of tokens. */
  public String id() {
    return id;
  }
}
