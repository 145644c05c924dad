package org.alliedregistry.api.pledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.reference.Purpose;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pledge and its terms in answers. */
@Schema(name = "Pledge", description = "One pledge with its current terms.")
public record PledgeView(
    String id,
    List<String> allies,
    SortedMap<String, BigDecimal> shares,
    List<String> financedBy,
    String capability,
    Purpose purpose,
    String title,
    @Nullable String reference,
    @Nullable String partOf,
    @Schema(description = "Whether all its statements were voided.") @JsonProperty("void")
        boolean isVoid,
    Instant recordedAt,
    String recordedBy,
    TermsView terms,
    @Schema(description = "The code of the programme under which it is supplied or paid.")
        @Nullable String programme,
    @Schema(description = "What it is supplied from. Null if that is not known.")
        @Nullable Origin origin) {

  static PledgeView of(PledgeRecord record, PledgeEvaluation evaluation) {
    Pledge pledge = record.pledge();
    return new PledgeView(
        pledge.id(),
        pledge.allies(),
        pledge.shares(),
        pledge.financedBy(),
        pledge.capability(),
        pledge.purpose(),
        pledge.title(),
        pledge.reference(),
        pledge.partOf(),
        record.isVoid(),
        record.versions().first().at(),
        record.versions().first().recordedBy(),
        TermsView.of(
            evaluation.stateOf(record),
            evaluation.conditions(),
            evaluation.unitOf(pledge.capability()),
            evaluation.view().validAt(),
            evaluation.staleAfter()),
        pledge.programme(),
        pledge.origin());
  }
}
