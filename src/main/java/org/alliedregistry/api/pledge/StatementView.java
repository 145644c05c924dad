package org.alliedregistry.api.pledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.recording.NewStatement;
import org.alliedregistry.recording.ProgressBody;
import org.alliedregistry.recording.QuantityBody;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement on a pledge in answers. */
@Schema(
    name = "Statement",
    description =
        "A statement as recorded. speaksOf names the fields that it sets. clears names the fields"
            + " that it sets to none or to not known. Every other null field changes nothing.")
public record StatementView(
    String id,
    String pledge,
    Instant recordedAt,
    String recordedBy,
    SortedSet<String> speaksOf,
    List<NewStatement.Cleared> clears,
    @Nullable Position position,
    @Nullable QuantityBody amount,
    @Nullable String wording,
    @Nullable ProgressBody committed,
    @Nullable ProgressBody allocated,
    @Nullable ProgressBody inPlace,
    @Nullable List<String> conditions,
    List<String> lifts,
    @Nullable List<String> caveats,
    @Nullable PlaceOfEmployment place,
    @Nullable LocalDate availableFrom,
    @Nullable LocalDate availableUntil,
    @Nullable Integer daysToInPlace,
    @Nullable LocalDate dueOn,
    Side side,
    LocalDate saidOn,
    EvidenceGrade evidence,
    @Nullable String speaker,
    SourceBody source,
    Releasability releasability,
    @Nullable String corrects,
    @JsonProperty("void") boolean isVoid,
    @Nullable String note) {

  public static StatementView of(Recorded<Statement> recorded) {
    Statement statement = recorded.value();
    StatementContent content = statement.content();
    Attribution attribution = statement.attribution();
    return new StatementView(
        statement.id(),
        statement.pledge(),
        recorded.stamp().at(),
        recorded.stamp().recordedBy(),
        content.speaksOf(),
        content.clears().stream().map(NewStatement.Cleared::valueOf).toList(),
        content.position(),
        QuantityBody.of(content.amount().valueOrNull()),
        content.wording().valueOrNull(),
        ProgressBody.of(content.committed().valueOrNull()),
        ProgressBody.of(content.allocated().valueOrNull()),
        ProgressBody.of(content.inPlace().valueOrNull()),
        codes(content.conditions()),
        List.copyOf(content.lifts()),
        codes(content.caveats()),
        content.place().valueOrNull(),
        content.availableFrom().valueOrNull(),
        content.availableUntil().valueOrNull(),
        content.daysToInPlace().valueOrNull(),
        content.dueOn().valueOrNull(),
        content.side(),
        attribution.saidOn(),
        attribution.evidence(),
        attribution.speaker(),
        SourceBody.of(attribution.source()),
        attribution.releasability(),
        attribution.corrects(),
        attribution.isVoid(),
        attribution.note());
  }

  private static @Nullable List<String> codes(FieldValue<SortedSet<String>> statement) {
    SortedSet<String> codes = statement.valueOrNull();
    return codes == null ? null : List.copyOf(codes);
  }
}
