package org.alliedregistry.domain.pledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * What holds of one field and on which statement: of the heard statements that speak of it, those
 * of the strongest evidence decide, and of these the last.
 *
 * @param basis the deciding statement, null where none speaks of it
 * @param disputed whether a weaker statement that is heard says otherwise
 */
public record ResolvedField<T>(
    FieldValue<T> fieldValue, @Nullable Statement basis, boolean disputed) {

  static <T> ResolvedField<T> by(
      List<Statement> applicable, Function<StatementContent, FieldValue<T>> field) {
    Optional<Statement> deciding =
        StatementSelection.deciding(applicable, s -> field.apply(s.says()).isSpoken());
    if (deciding.isEmpty()) {
      return absent();
    }
    FieldValue<T> said = field.apply(deciding.get().says());
    EvidenceGrade grade = deciding.get().said().evidence();
    boolean disputed = false;
    for (Statement statement : applicable) {
      if (statement.said().evidence().isWeakerThan(grade)) {
        FieldValue<T> other = field.apply(statement.says());
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

  /** The grade of the deciding statement; the strongest where nobody speaks. */
  public EvidenceGrade evidence() {
    return basis == null ? EvidenceGrade.OFFICIAL : basis.said().evidence();
  }

  /** This, or where nothing is said of it what holds of the whole. */
  ResolvedField<T> orElse(ResolvedField<T> whole) {
    return isSpoken() ? this : whole;
  }

  static boolean anyDisputed(ResolvedField<?>... fields) {
    return List.of(fields).stream().anyMatch(ResolvedField::disputed);
  }
}
