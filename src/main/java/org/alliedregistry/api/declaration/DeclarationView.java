package org.alliedregistry.api.declaration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alliedregistry.api.pledge.BasisView;
import org.alliedregistry.domain.declaration.Declaration;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.record.DeclarationRecord;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A declaration in answers: the fold of its statements. */
@Schema(
    name = "Declaration",
    description =
        "What a group of allies declared together without amounts. It counts toward no requirement."
            + " saidOn, evidence, speaker and source are those of the statement that decides the"
            + " title. If no statement is heard, they are null.")
public record DeclarationView(
    String id,
    @JsonProperty("void") @Schema(description = "Whether every statement was voided.")
        boolean isVoid,
    @Nullable String title,
    @Nullable LocalDate saidOn,
    @Nullable EvidenceGrade evidence,
    @Nullable String speaker,
    @Nullable SourceBody source,
    @Schema(description = "The day of the last statement that is heard.")
        @Nullable LocalDate lastSaidOn,
    @Schema(description = "How many take part. Null if nobody said it.")
        @Nullable Integer participants,
    @Schema(description = "The allies that are named as participants, by code.") List<String> named,
    @Schema(description = "participants without those named. Null if participants is null.")
        @Nullable Integer unnamed,
    @Schema(
            description =
                "The statement that decides title and participants, and the last that named"
                    + " anybody.")
        Map<String, BasisView> basis) {

  static DeclarationView of(DeclarationRecord record, AsOf view) {
    Declaration declaration = record.asOf(view);
    Optional<Attribution> word = declaration.word().map(DeclarationStatement::attribution);
    DeclarationStatement title = declaration.title();
    DeclarationStatement last = declaration.last();
    return new DeclarationView(
        declaration.id(),
        record.isVoid(),
        title == null ? null : title.title(),
        word.map(Attribution::saidOn).orElse(null),
        word.map(Attribution::evidence).orElse(null),
        word.map(Attribution::speaker).orElse(null),
        word.map(Attribution::source).map(SourceBody::of).orElse(null),
        last == null ? null : last.attribution().saidOn(),
        declaration.participantsOrNull(),
        List.copyOf(declaration.named()),
        declaration.unnamed(),
        basis(declaration));
  }

  private static Map<String, BasisView> basis(Declaration declaration) {
    Map<String, BasisView> basis = new LinkedHashMap<>();
    put(basis, "title", declaration.title());
    put(basis, "participants", declaration.participants());
    List<DeclarationStatement> names = declaration.names();
    put(basis, "named", names.isEmpty() ? null : names.get(names.size() - 1));
    return basis;
  }

  private static void put(
      Map<String, BasisView> basis, String field, @Nullable DeclarationStatement statement) {
    if (statement != null) {
      basis.put(field, BasisView.of(statement));
    }
  }
}
