package org.alliedregistry.recording;

import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.problem.ReadOnlyFields;
import org.alliedregistry.recording.reference.CodePatterns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a pledge that have versions. A field that is left out or null is removed. Allies,
 * capability and purpose never change.
 */
@ReadOnlyFields(
    fields = {"allies", "capability", "purpose"},
    why = "cannot be changed. Open another pledge")
@ReadOnlyFields(
    fields = {"id", "void", "recordedAt", "recordedBy", "terms"},
    why = ReadOnlyFields.BY_THE_REGISTRY)
@ReadOnlyFields(
    fields = "statement",
    fieldsOf = NewStatement.class,
    why = "is a field of a statement. Add a statement to the pledge")
@Schema(
    name = "PledgeVersion",
    description =
        "All fields of a pledge that have versions. A field that is left out or null is empty from"
            + " now on. Allies, capability and purpose cannot be changed.")
public record PledgeUpdate(
    @Nullable String reference,
    @Schema(description = "Relative weights above 0, one per ally.")
        @Nullable Map<String, BigDecimal> shares,
    @Nullable List<String> financedBy,
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String title,
    @Nullable String partOf,
    @Nullable String programme,
    @Nullable Origin origin) {}
