package org.alliedregistry.releasability;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a caller may not see is as if it had never been said: two registries, one with it and one
 * without, answer whatever is asked with the same bytes. More seeds: {@code -Dhidden.seeds=4,5,6}.
 */
@Tag("thorough")
class DifferentialLeakIT {

  @TempDir Path dir = Path.of("");

  @ParameterizedTest
  @MethodSource("seeds")
  void thePublicCannotTellWhetherAnythingIsHidden(long seed) throws Exception {
    RegistryComparison.run(seed, RestrictedCaller.PUBLIC, dir);
  }

  @ParameterizedTest
  @MethodSource("oneSeed")
  void aReaderCannotTellWhetherAnythingIsForTheAlliesOnly(long seed) throws Exception {
    RegistryComparison.run(seed, RestrictedCaller.READER, dir);
  }

  @ParameterizedTest
  @MethodSource("oneSeed")
  void aDelegateCannotTellWhetherAnythingIsForOtherAlliesOnly(long seed) throws Exception {
    RegistryComparison.run(seed, RestrictedCaller.delegateOf("EST"), dir);
  }

  static LongStream seeds() {
    return Arrays.stream(System.getProperty("hidden.seeds", "1,2,3").split(","))
        .mapToLong(Long::parseLong);
  }

  /** The first only, unless others are asked for. */
  static LongStream oneSeed() {
    return System.getProperty("hidden.seeds") == null ? LongStream.of(1) : seeds();
  }
}
