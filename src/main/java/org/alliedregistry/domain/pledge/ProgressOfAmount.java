package org.alliedregistry.domain.pledge;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.alliedregistry.domain.quantity.Quantity;

/**
 * The part of a pledge that has come as far as a rung, and the amount that it is a part of. For
 * "all" that is the amount in effect when "all" was said, or else the first stated later; otherwise
 * it is the amount in effect now.
 */
public record ProgressOfAmount(ResolvedField<Progress> part, ResolvedField<Quantity> of) {

  static ProgressOfAmount by(
      List<Statement> applicable,
      Function<StatementContent, FieldValue<Progress>> field,
      ResolvedField<Quantity> amount) {
    ResolvedField<Progress> part = ResolvedField.by(applicable, field);
    return new ProgressOfAmount(
        part, part.value() instanceof Progress.All ? amountThen(applicable, part.basis()) : amount);
  }

  /** The amount in effect right after a statement, or else the first amount stated later. */
  private static ResolvedField<Quantity> amountThen(
      List<Statement> applicable, @org.jspecify.annotations.Nullable Statement statement) {
    return IntStream.rangeClosed(applicable.indexOf(statement) + 1, applicable.size())
        .mapToObj(count -> ResolvedField.by(applicable.subList(0, count), StatementContent::amount))
        .filter(amount -> amount.value() != null)
        .findFirst()
        .orElseGet(() -> ResolvedField.by(applicable, StatementContent::amount));
  }
}
