package org.alliedregistry.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry's own key. */
class LocalSigningKeyTest {

  @TempDir Path directory = Path.of("");

  private LocalSigningKey key(String dataDir, Optional<Path> keyFile) {
    return new LocalSigningKey(() -> directory.resolve(dataDir), new Local(keyFile));
  }

  @Test
  void isMadeOnceAndReadAfterThat() {
    assertThat(key("one", Optional.empty()).id()).isEqualTo(key("one", Optional.empty()).id());
    assertThat(key("one", Optional.empty()).id()).isNotEqualTo(key("two", Optional.empty()).id());
  }

  @Test
  void isTheSameForNodesThatAreGivenTheSameFile() {
    String first = key("one", Optional.empty()).id();
    Optional<Path> shared = Optional.of(directory.resolve("one").resolve("signing.key"));

    assertThat(key("two", shared).id()).isEqualTo(first);
    assertThat(Files.exists(directory.resolve("two"))).isFalse();
  }

  @Test
  void isWrittenAsPem() throws IOException {
    key("one", Optional.empty()).id();

    assertThat(Files.readAllLines(directory.resolve("one").resolve("signing.key")))
        .contains("-----BEGIN PRIVATE KEY-----", "-----END PUBLIC KEY-----")
        .allMatch(line -> line.length() <= 64);
  }

  @Test
  void isReadFromAFileOfTheEarlierFormat() throws IOException {
    LocalSigningKey key = key("one", Optional.empty());
    Base64.Encoder base64 = Base64.getEncoder();
    Path earlier =
        Files.writeString(
            directory.resolve("earlier.key"),
            base64.encodeToString(key.pair().getPrivate().getEncoded())
                + "\n"
                + base64.encodeToString(key.pair().getPublic().getEncoded())
                + "\n");

    LocalSigningKey read = key("two", Optional.of(earlier));

    assertThat(read.id()).isEqualTo(key.id());
    assertThat(read.pair().getPrivate()).isEqualTo(key.pair().getPrivate());
  }

  private record Local(Optional<Path> keyFile) implements IdentityProviderConfig {

    @Override
    public Optional<String> issuer() {
      return Optional.empty();
    }

    @Override
    public Optional<String> jwks() {
      return Optional.empty();
    }

    @Override
    public String audience() {
      return "";
    }

    @Override
    public String roleClaim() {
      return "";
    }

    @Override
    public String allyClaim() {
      return "";
    }

    @Override
    public Duration clockSkew() {
      return Duration.ZERO;
    }

    @Override
    public Duration tokenReloadInterval() {
      return Duration.ZERO;
    }
  }
}
