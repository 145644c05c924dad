package org.alliedregistry.domain.pledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * The value of one field of a pledge, and the statement that decides it. Of the statements that
 * speak of the field, the last of the strongest evidence decides.
 *
 * @param basis the deciding statement; null if no statement speaks of the field
 * @param disputed whether a statement of weaker evidence gives another value
 */
public record ResolvedField<T>(
    FieldValue<T> fieldValue, @Nullable Statement basis, boolean disputed) {

  static <T> ResolvedField<T> by(
      List<Statement> statements, Function<StatementContent, FieldValue<T>> field) {
    Optional<Statement> deciding =
        StatementSelection.deciding(statements, s -> field.apply(s.content()).isSpoken());
    if (deciding.isEmpty()) {
      return absent();
    }
    FieldValue<T> said = field.apply(deciding.get().content());
    EvidenceGrade grade = deciding.get().attribution().evidence();
    boolean disputed = false;
    for (Statement statement : statements) {
      if (statement.attribution().evidence().isWeakerThan(grade)) {
        FieldValue<T> other = field.apply(statement.content());
        disputed |= other.isSpoken() && !other.equals(said);
      }
    }
    return new ResolvedField<>(said, deciding.get(), disputed);
  }

  static <T> ResolvedField<T> absent() {
    return new ResolvedField<>(FieldValue.absent(), null, false);
  }

  public boolean isSpoken() {
    return fieldValue.isSpoken();
  }

  public @Nullable T value() {
    return fieldValue.valueOrNull();
  }

  /** The grade of the deciding statement; the strongest if there is none. */
  public EvidenceGrade evidence() {
    return basis == null ? EvidenceGrade.OFFICIAL : basis.attribution().evidence();
  }

  /** This field, or that of the whole if no statement speaks of this one. */
  ResolvedField<T> orElse(ResolvedField<T> whole) {
    return isSpoken() ? this : whole;
  }

  static boolean anyDisputed(ResolvedField<?>... fields) {
    return List.of(fields).stream().anyMatch(ResolvedField::disputed);
  }
}
