package org.alliedregistry.pledge.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.pledge.Position;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Place;
import org.alliedregistry.reference.Releasability;
import org.alliedregistry.reference.web.Attributed;
import org.alliedregistry.reference.web.Codes;
import org.alliedregistry.reference.web.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing said of a pledge, as received; an absent field is silence, a null is "expressly none".
 */
@Schema(
    name = "NewStatement",
    description =
        "One thing one speaker said on one day. A field left out is silence and changes nothing;"
            + " an explicit null says expressly none, or expressly not known.")
public record NewStatement(
    @Schema(description = "Where the ally stands on the whole pledge.")
        @Nullable Optional<Position> position,
    @Schema(description = "All that is promised now; null = expressly not quantified.")
        @Nullable Optional<QuantityBody> amount,
    @Schema(description = "The size as it was said, where no number was.")
        @Nullable Optional<String> wording,
    @Schema(description = "How much is signed.") @Nullable Optional<PartBody> committed,
    @Schema(description = "How much is tied to a named unit or item.")
        @Nullable Optional<PartBody> allocated,
    @Schema(description = "How much is deployed, or delivered to the recipient.")
        @Nullable Optional<PartBody> inPlace,
    @Schema(description = "Codes that must also hold; [] = expressly none added.")
        @Nullable Optional<List<String>> conditions,
    @Schema(description = "Codes of conditions and caveats that no longer apply.")
        @Nullable List<String> lifts,
    @Schema(description = "National restrictions on use; shown, never computed with.")
        @Nullable Optional<List<@Pattern(regexp = Codes.CODE, message = Codes.CODE_RULE) String>>
            caveats,
    @Nullable Optional<Place> place,
    @Schema(description = "The first day.") @Nullable Optional<LocalDate> availableFrom,
    @Schema(description = "The last day.") @Nullable Optional<LocalDate> availableUntil,
    @Schema(description = "Days from the order to being in place.", minimum = "0")
        @Nullable Optional<Integer> daysToInPlace,
    @Schema(description = "The UTC day from which it holds; may lie ahead.")
        @Nullable LocalDate saidOn,
    @Nullable Evidence evidence,
    @Schema(description = "Who said it, with office.") @Nullable String speaker,
    @Nullable SourceBody source,
    @Schema(
            description =
                "Who may see it: PUBLIC (default; of a correction what it corrects has), COALITION (any token), ALLIES_ONLY"
                    + " (the allies of the pledge and the secretariat).")
        @Nullable Releasability releasability,
    @Schema(description = "Id of the earlier statement whose place this one takes.")
        @Nullable String corrects,
    @JsonProperty("void") @Schema(description = "With corrects: there was no such statement.")
        @Nullable Boolean isVoid,
    @Nullable String note) {

  boolean voids() {
    return Boolean.TRUE.equals(isVoid);
  }

  Attributed attributed() {
    return new Attributed(saidOn, evidence, speaker, source, releasability, corrects, isVoid, note);
  }
}
