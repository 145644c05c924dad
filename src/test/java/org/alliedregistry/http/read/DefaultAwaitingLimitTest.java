package org.alliedregistry.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who wait for what another computes take a share of the heap together. */
class DefaultAwaitingLimitTest {

  @ParameterizedTest
  @CsvSource({"16, 46", "256, 744", "512, 1489", "1024, 2978", "4096, 3000"})
  void onASmallHeapFewerMayWait(int mebibytes, int requests) {
    assertThat(ComputationFilter.mostAwaiting((long) mebibytes << 20)).isEqualTo(requests);
  }
}
