package org.alliedregistry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed listing is exactly what the bundled record gives; with docs.update it is written.
 */
class PublicRecordListingTest {

  private static final Path LISTING = Path.of("docs", "public-record.md");

  @Test
  void theListingIsWhatTheRecordGives() throws IOException {
    byte[] generated = PublicRecordListing.markdown().getBytes(StandardCharsets.UTF_8);
    if (Boolean.getBoolean("docs.update")) {
      Files.createDirectories(LISTING.getParent());
      Files.write(LISTING, generated);
    }
    byte[] committed = Files.exists(LISTING) ? Files.readAllBytes(LISTING) : new byte[0];

    assertThat(committed)
        .as("%s is out of date; refresh it with: %s", LISTING, PublicRecordListing.REFRESH)
        .isEqualTo(generated);
  }
}
