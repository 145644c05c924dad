package org.alliedregistry.pledge.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.alliedregistry.pledge.Position;
import org.alliedregistry.pledge.Said;
import org.alliedregistry.pledge.Says;
import org.alliedregistry.pledge.Statement;
import org.alliedregistry.reference.Attribution;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Place;
import org.alliedregistry.reference.Releasability;
import org.alliedregistry.reference.web.SourceBody;
import org.alliedregistry.registry.Stamped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement as recorded. */
@Schema(
    name = "Statement",
    description =
        "A statement as recorded. speaksOf names the fields it speaks of, clears those of which it"
            + " says that there is none or that it is not known. Every other null is silence.")
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
    @Nullable PartBody committed,
    @Nullable PartBody allocated,
    @Nullable PartBody inPlace,
    @Nullable List<String> conditions,
    List<String> lifts,
    @Nullable List<String> caveats,
    @Nullable Place place,
    @Nullable LocalDate availableFrom,
    @Nullable LocalDate availableUntil,
    @Nullable Integer daysToInPlace,
    LocalDate saidOn,
    Evidence evidence,
    @Nullable String speaker,
    SourceBody source,
    Releasability releasability,
    @Nullable String corrects,
    @JsonProperty("void") boolean isVoid,
    @Nullable String note) {

  public static StatementView of(Stamped<Statement> recorded) {
    Statement statement = recorded.value();
    Says says = statement.says();
    Attribution said = statement.said();
    return new StatementView(
        statement.id(),
        statement.pledge(),
        recorded.stamp().at(),
        recorded.stamp().by(),
        says.speaksOf(),
        says.clears().stream().map(NewStatement.Cleared::valueOf).toList(),
        says.position(),
        QuantityBody.of(says.amount().valueOrNull()),
        says.wording().valueOrNull(),
        PartBody.of(says.committed().valueOrNull()),
        PartBody.of(says.allocated().valueOrNull()),
        PartBody.of(says.inPlace().valueOrNull()),
        codes(says.conditions()),
        List.copyOf(says.lifts()),
        codes(says.caveats()),
        says.place().valueOrNull(),
        says.availableFrom().valueOrNull(),
        says.availableUntil().valueOrNull(),
        says.daysToInPlace().valueOrNull(),
        said.saidOn(),
        said.evidence(),
        said.speaker(),
        SourceBody.of(said.source()),
        said.releasability(),
        said.corrects(),
        said.isVoid(),
        said.note());
  }

  private static @Nullable List<String> codes(Said<SortedSet<String>> said) {
    SortedSet<String> codes = said.valueOrNull();
    return codes == null ? null : List.copyOf(codes);
  }
}
