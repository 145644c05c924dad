package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.WorkedCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published arithmetic: every worked case of {@code src/test/worked-cases} over HTTP. */
@QuarkusTest
class VectorsTest {

  private static final String TAG = Long.toString(System.nanoTime() % 1_000_000_000);

  static List<String> cases() throws IOException {
    return WorkedCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theServiceAnswersAsWorkedOut(String file) throws IOException {
    WorkedCase worked = WorkedCase.read(file, ApiClient.secretariat(), TAG);

    assertThat(worked.faults()).isEmpty();
  }

  @Test
  void noCaseIsLost() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(45);
  }
}
