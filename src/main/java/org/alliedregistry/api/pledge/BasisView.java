package org.alliedregistry.api.pledge;

import java.time.LocalDate;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The statement that decides a field, in answers. */
@Schema(
    name = "Basis",
    description = "The statement that decides a field, its evidence grade and its day.")
public record BasisView(
    @Schema(description = "The id of the statement.") String statement,
    EvidenceGrade evidence,
    @Schema(description = "The day from which it holds.") LocalDate saidOn) {

  public static BasisView of(AttributedStatement statement) {
    return new BasisView(
        statement.id(), statement.attribution().evidence(), statement.attribution().saidOn());
  }
}
