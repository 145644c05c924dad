package org.alliedregistry.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
