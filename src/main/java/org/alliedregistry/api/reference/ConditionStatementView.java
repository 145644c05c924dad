package org.alliedregistry.api.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement on a condition in answers. */
@Schema(name = "ConditionStatement")
public record ConditionStatementView(
    String id,
    String condition,
    Instant recordedAt,
    String recordedBy,
    Condition.@Nullable State state,
    @Nullable String ally,
    LocalDate saidOn,
    EvidenceGrade evidence,
    @Nullable String speaker,
    SourceBody source,
    Releasability releasability,
    @Nullable String corrects,
    @JsonProperty("void") boolean isVoid,
    @Nullable String note) {

  public static ConditionStatementView of(String condition, Recorded<ConditionStatement> recorded) {
    ConditionStatement statement = recorded.value();
    Attribution attribution = statement.attribution();
    return new ConditionStatementView(
        statement.id(),
        condition,
        recorded.stamp().at(),
        recorded.stamp().recordedBy(),
        statement.state(),
        statement.ally(),
        attribution.saidOn(),
        attribution.evidence(),
        attribution.speaker(),
        SourceBody.of(attribution.source()),
        attribution.releasability(),
        attribution.corrects(),
        attribution.isVoid(),
        attribution.note());
  }
}
