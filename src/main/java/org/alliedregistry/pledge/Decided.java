package org.alliedregistry.pledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Hearing;
import org.jspecify.annotations.Nullable;

/**
 * What holds of one field and on which statement: of the heard statements that speak of it, those
 * of the strongest evidence decide, and of these the last.
 *
 * @param basis the deciding statement, null where none speaks of it
 * @param disputed whether a weaker statement that is heard says otherwise
 */
public record Decided<T>(Said<T> said, @Nullable Statement basis, boolean disputed) {

  static <T> Decided<T> by(List<Statement> heard, Function<Says, Said<T>> field) {
    Optional<Statement> deciding = Hearing.deciding(heard, s -> field.apply(s.says()).isSpoken());
    if (deciding.isEmpty()) {
      return silence();
    }
    Said<T> said = field.apply(deciding.get().says());
    Evidence grade = deciding.get().said().evidence();
    boolean disputed = false;
    for (Statement statement : heard) {
      if (statement.said().evidence().isWeakerThan(grade)) {
        Said<T> other = field.apply(statement.says());
        disputed |= other.isSpoken() && !other.equals(said);
      }
    }
    return new Decided<>(said, deciding.get(), disputed);
  }

  static <T> Decided<T> silence() {
    return new Decided<>(Said.silence(), null, false);
  }

  public boolean isSpoken() {
    return said.isSpoken();
  }

  public @Nullable T value() {
    return said.valueOrNull();
  }

  /** The grade of the deciding statement; the strongest where nobody speaks. */
  public Evidence evidence() {
    return basis == null ? Evidence.OFFICIAL : basis.said().evidence();
  }

  /** This, or where nothing is said of it what holds of the whole. */
  Decided<T> orElse(Decided<T> whole) {
    return isSpoken() ? this : whole;
  }

  static boolean anyDisputed(Decided<?>... fields) {
    return List.of(fields).stream().anyMatch(Decided::disputed);
  }
}
