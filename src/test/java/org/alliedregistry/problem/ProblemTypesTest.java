package org.alliedregistry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.alliedregistry.support.ProblemAssert;
import org.junit.jupiter.api.Test;

class ProblemTypesTest {

  @Test
  void everyTypeHasAnAddressOfItsOwn() {
    List<String> addresses = Arrays.stream(ProblemType.values()).map(ProblemType::uri).toList();

    assertThat(addresses).doesNotHaveDuplicates();
    assertThat(addresses).allMatch(uri -> uri.matches("/v1/problems/[a-z]+(-[a-z]+)*"));
  }

  @Test
  void everyTypeIsAStatusOfAFailure() {
    assertThat(ProblemType.values())
        .allSatisfy(type -> assertThat(type.status()).as(type.slug()).isBetween(400, 599));
  }

  @Test
  void everyTypeSaysWhatIsWrongAndWhatToDoNext() {
    assertThat(ProblemType.values())
        .allSatisfy(
            type -> {
              assertThat(type.title()).as(type.slug()).isNotBlank();
              assertThat(type.advice("")).as(type.slug()).isNotBlank().isNotEqualTo(type.title());
              ProblemAssert.assertShowsNothingOfTheInside(type.title() + type.advice(""));
            });
  }

  /** For the failures of the framework: it answers 400, which is looked at, never 409 or 503. */
  @Test
  void everyStatusOfTheFrameworkNamesOneType() {
    List<Integer> statuses =
        Arrays.stream(ProblemType.values())
            .map(ProblemType::status)
            .filter(status -> status != 400 && status != 409 && status != 503)
            .toList();

    assertThat(statuses).doesNotHaveDuplicates();
  }
}
