package org.alliedregistry.api.declaration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement on a declaration in answers. */
@Schema(name = "DeclarationStatement")
public record DeclarationStatementView(
    String id,
    String declaration,
    Instant recordedAt,
    String recordedBy,
    @Nullable String title,
    @Nullable Integer participants,
    @Schema(
            description =
                "The allies that it names. One that voids names nobody; for the allies alone it has the names of the voided one.")
        List<String> named,
    LocalDate saidOn,
    EvidenceGrade evidence,
    @Nullable String speaker,
    SourceBody source,
    Releasability releasability,
    @Nullable String corrects,
    @JsonProperty("void") boolean isVoid,
    @Nullable String note) {

  public static DeclarationStatementView of(Recorded<DeclarationStatement> recorded) {
    DeclarationStatement statement = recorded.value();
    Attribution attribution = statement.attribution();
    return new DeclarationStatementView(
        statement.id(),
        statement.declaration(),
        recorded.stamp().at(),
        recorded.stamp().recordedBy(),
        statement.title(),
        statement.participants(),
        statement.named(),
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
