package org.alliedregistry.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all readers take together is within a share of the heap. */
class DefaultReaderLimitTest {

  @ParameterizedTest
  @CsvSource({"16, 93", "256, 1489", "512, 2000", "4096, 2000"})
  void aSmallHeapHasFewerReaders(int mebibytes, int readers) {
    assertThat(ReaderLimit.defaultLimit((long) mebibytes << 20)).isEqualTo(readers);
  }
}
