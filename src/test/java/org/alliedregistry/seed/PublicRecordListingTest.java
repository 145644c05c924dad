package org.alliedregistry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

  /** A reader of the first page sees how much there is, and how old it is. */
  @Test
  void theReadmeSaysHowMuchThereIsAndHowFreshItIs() throws IOException {
    MappedRecord record = MappedRecord.BUNDLED;
    long allies =
        record.pledges().stream()
            .flatMap(pledge -> MappedRecord.texts(pledge.path("allies")).stream())
            .distinct()
            .count();
    String day =
        LocalDate.parse(record.lastDay())
            .format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH));

    assertThat(Files.readString(Path.of("README.md")))
        .contains(record.pledges().size() + " pledges of " + allies + " allies")
        .contains(record.reports().size() - record.leftOut().size() + " public reports")
        .contains("The last word in it was said on " + day + ".");
  }
}
