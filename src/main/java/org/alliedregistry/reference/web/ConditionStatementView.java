package org.alliedregistry.reference.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.alliedregistry.reference.Attribution;
import org.alliedregistry.reference.Condition;
import org.alliedregistry.reference.ConditionStatement;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Releasability;
import org.alliedregistry.registry.Stamped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody's word on a condition, as recorded. */
@Schema(name = "ConditionStatement")
public record ConditionStatementView(
    String id,
    String condition,
    Instant recordedAt,
    String recordedBy,
    Condition.@Nullable State state,
    @Nullable String ally,
    LocalDate saidOn,
    Evidence evidence,
    @Nullable String speaker,
    SourceBody source,
    Releasability releasability,
    @Nullable String corrects,
    @JsonProperty("void") boolean isVoid,
    @Nullable String note) {

  public static ConditionStatementView of(String condition, Stamped<ConditionStatement> recorded) {
    ConditionStatement statement = recorded.value();
    Attribution said = statement.said();
    return new ConditionStatementView(
        statement.id(),
        condition,
        recorded.stamp().at(),
        recorded.stamp().by(),
        statement.state(),
        statement.ally(),
        said.saidOn(),
        said.evidence(),
        said.speaker(),
        SourceBody.of(said.source()),
        said.releasability(),
        said.corrects(),
        said.isVoid(),
        said.note());
  }
}
