package org.alliedregistry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.change.ChangeHistory;
import org.alliedregistry.domain.coverage.change.Changes;
import org.junit.jupiter.api.Test;

/**
 * What changed in the month of the Paris Declaration of 6 January 2026, on the public record. On
 * official word the count at sea has no upper end before and after. Who joined is shown
 * nevertheless.
 */
class ParisDeclarationTest {

  private static final DateRange MONTH =
      new DateRange(LocalDate.parse("2025-12-15"), LocalDate.parse("2026-02-01"));

  private static Changes changes(Question question, String requirement) {
    return ChangeHistory.said(BundledRegistry.REGISTRY, MONTH)
        .betweenDays(question.query(), MONTH)
        .stream()
        .filter(changes -> changes.code().equals(requirement))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> all(Changes changes) {
    return Stream.of(changes.ofAmounts(), changes.ofUnquantified())
        .flatMap(List::stream)
        .map(step -> step.event().at() + " " + String.join(",", step.event().allies()))
        .toList();
  }

  /** The president of France had said in March 2025 that France was ready to take part. */
  @Test
  void nobodyJoinedOnLandAndThePressGaveNumbers() {
    assertThat(all(changes(Question.OFFICIAL, "LAND"))).isEmpty();
    assertThat(all(changes(Question.REPORTED, "LAND")))
        .containsExactly("2026-01-07 GBR", "2026-01-08 FRA");
  }

  @Test
  void belgiumSwedenAndTurkiyeJoinedAtSea() {
    assertThat(all(changes(Question.OFFICIAL, "SEA")))
        .containsExactly("2026-01-06 BEL", "2026-01-06 SWE", "2026-01-06 TUR");
  }
}
