package org.alliedregistry.domain.pledge;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.alliedregistry.domain.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The part of a pledge that has come as far as a rung, and the amount that it is a part of. For
 * "all" that is the amount in effect when "all" was said, or else the first that takes effect
 * later; otherwise it is the amount in effect now.
 */
public record ProgressOfAmount(ResolvedField<Progress> part, ResolvedField<Quantity> of) {

  static ProgressOfAmount by(
      List<Statement> statements,
      Function<StatementContent, FieldValue<Progress>> field,
      ResolvedField<Quantity> amount) {
    ResolvedField<Progress> part = ResolvedField.by(statements, field);
    return new ProgressOfAmount(
        part, part.value() instanceof Progress.All ? amountThen(statements, part.basis()) : amount);
  }

  /** The amount in effect right after a statement, or else the first that takes effect later. */
  private static ResolvedField<Quantity> amountThen(
      List<Statement> statements, @Nullable Statement statement) {
    return IntStream.rangeClosed(statements.indexOf(statement) + 1, statements.size())
        .mapToObj(count -> ResolvedField.by(statements.subList(0, count), StatementContent::amount))
        .filter(amount -> amount.value() != null)
        .findFirst()
        .orElseGet(() -> ResolvedField.by(statements, StatementContent::amount));
  }
}
