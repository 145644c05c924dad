package org.alliedregistry.api.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.coverage.contribution.AllyRole;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.Rotation;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.http.question.RecordContext;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The question, as every answer repeats it. */
@Schema(
    name = "Question",
    description = "The parameters of the question. A parameter that was not given is null.")
public record CoverageQueryView(
    BaselineReference baseline,
    @Schema(description = "Null if the answer covers several days.") @Nullable LocalDate validAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The instant of the question. Left out if the question has none.")
        @Nullable Instant knownAt,
    Rung rung,
    EvidenceGrade evidence,
    List<String> assume,
    List<String> deny,
    @Nullable LocalDate availableOn,
    @Nullable Integer within,
    List<String> ally,
    List<String> without,
    List<String> refuse,
    @Nullable Integer rotation,
    @Schema(description = RATES_ON) @Nullable LocalDate ratesOn,
    @Schema(description = FRESHNESS) @Nullable Integer freshness,
    @Schema(
            description =
                "Who may see this answer: PUBLIC, COALITION, the code of an ally, or SECRETARIAT.")
        String audience,
    AllyRole role,
    List<String> financedBy,
    List<String> programme,
    List<Origin> origin) {

  static final String RATES_ON =
      "The day whose exchange rates convert every amount. Null = the day on which each was said.";

  static final String FRESHNESS =
      "A promise counts only as possible if its last statement is more than this number of days"
          + " old. Null = a promise of any age counts.";

  /** The code and the version of a baseline. */
  @Schema(name = "BaselineReference")
  public record BaselineReference(String code, int version) {}

  public static CoverageQueryView of(CoverageQuery query, RecordContext context) {
    Rotation rotation = query.rotation();
    return new CoverageQueryView(
        new BaselineReference(query.baseline().code(), query.baseline().version()),
        query.view().validAt(),
        context.knownAt(),
        query.rung(),
        query.view().evidence(),
        assumed(query, State.MET),
        assumed(query, State.FAILED),
        query.availableOn(),
        query.withinDays(),
        query.allies().only().stream().sorted().toList(),
        query.allies().without().stream().sorted().toList(),
        query.refuse().stream().sorted().toList(),
        rotation == null ? null : rotation.oneIn(),
        query.ratesOn(),
        query.freshness(),
        context.audience().code(),
        query.allies().role(),
        query.allies().filter().financedBy().stream().sorted().toList(),
        query.allies().filter().programmes().stream().sorted().toList(),
        query.allies().filter().origins().stream().sorted().toList());
  }

  /** Leaves out validAt, for an answer about a range of days. */
  public CoverageQueryView throughDays() {
    return new CoverageQueryView(
        baseline,
        null,
        knownAt,
        rung,
        evidence,
        assume,
        deny,
        availableOn,
        within,
        ally,
        without,
        refuse,
        rotation,
        ratesOn,
        freshness,
        audience,
        role,
        financedBy,
        programme,
        origin);
  }

  private static List<String> assumed(CoverageQuery query, State state) {
    return query.assumptions().states().entrySet().stream()
        .filter(e -> e.getValue() == state)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
