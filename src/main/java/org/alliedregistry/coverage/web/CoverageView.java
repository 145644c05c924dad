package org.alliedregistry.coverage.web;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.coverage.Coverage;
import org.alliedregistry.coverage.CoverageQuery;
import org.alliedregistry.pledge.Rung;
import org.alliedregistry.reference.Condition.State;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Releasability;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a coverage question, with the question it answers. */
@Schema(name = "Coverage", description = "How far the pledges cover a baseline, and why.")
public record CoverageView(
    BaselineReference baseline,
    LocalDate validAt,
    Rung rung,
    Evidence evidence,
    List<String> assume,
    List<String> deny,
    @Nullable LocalDate availableOn,
    @Nullable Integer within,
    List<String> ally,
    List<String> without,
    Releasability audience,
    @Schema(description = "An opaque digest of the record this was computed on.") String revision,
    List<RequirementView> requirements,
    @Schema(description = "The quantified requirement that is filled least.")
        @Nullable String binding) {

  /** Which version of which baseline. */
  @Schema(name = "BaselineReference")
  public record BaselineReference(String code, int version) {}

  static CoverageView of(Coverage coverage, boolean explain, String revision) {
    CoverageQuery query = coverage.query();
    return new CoverageView(
        new BaselineReference(query.baseline().code(), query.baseline().version()),
        query.view().validAt(),
        query.rung(),
        query.view().evidence(),
        assumed(query, State.MET),
        assumed(query, State.FAILED),
        query.availableOn(),
        query.within(),
        query.allies().only().stream().sorted().toList(),
        query.allies().without().stream().sorted().toList(),
        Releasability.PUBLIC,
        revision,
        coverage.requirements().stream().map(r -> RequirementView.of(r, explain)).toList(),
        coverage.binding());
  }

  private static List<String> assumed(CoverageQuery query, State state) {
    return query.assumptions().states().entrySet().stream()
        .filter(e -> e.getValue() == state)
        .map(e -> e.getKey())
        .sorted()
        .toList();
  }
}
