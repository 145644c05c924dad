package org.alliedregistry.api.statement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.alliedregistry.api.pledge.StatementView;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.reference.Purpose;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement and the pledge that it is about, in answers. */
@Schema(
    name = "StatementRow",
    description = "A statement as recorded, with the identity of its pledge.")
public record StatementRow(
    @Schema(description = "The allies of the pledge.") List<String> allies,
    @Schema(description = "The capability of the pledge.") String capability,
    @Schema(description = "The purpose of the pledge.") Purpose purpose,
    @Schema(description = "The title of the pledge.") String title,
    @JsonUnwrapped StatementView statement,
    @Schema(description = "The id of the statement that corrects or voids this one. Else null.")
        @Nullable String supersededBy) {

  static StatementRow of(
      Pledge pledge, Recorded<Statement> statement, @Nullable String supersededBy) {
    return new StatementRow(
        pledge.allies(),
        pledge.capability(),
        pledge.purpose(),
        pledge.title(),
        StatementView.of(statement),
        supersededBy);
  }
}
