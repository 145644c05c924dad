package org.alliedregistry.domain.pledge;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.alliedregistry.domain.quantity.Quantity;

/**
 * How far part of a pledge has come, and the amount it is a part of: for "all", the amount in
 * effect when it was said, or the first stated later; otherwise the amount in effect now.
 */
public record ProgressOfAmount(ResolvedField<Progress> part, ResolvedField<Quantity> of) {

  static ProgressOfAmount by(
      List<Statement> heard,
      Function<StatementContent, FieldValue<Progress>> field,
      ResolvedField<Quantity> amount) {
    ResolvedField<Progress> part = ResolvedField.by(heard, field);
    return new ProgressOfAmount(
        part, part.value() instanceof Progress.All ? amountThen(heard, part.basis()) : amount);
  }

  /** The amount in effect once that was said, or else as soon as one is stated. */
  private static ResolvedField<Quantity> amountThen(
      List<Statement> heard, @org.jspecify.annotations.Nullable Statement said) {
    return IntStream.rangeClosed(heard.indexOf(said) + 1, heard.size())
        .mapToObj(count -> ResolvedField.by(heard.subList(0, count), StatementContent::amount))
        .filter(amount -> amount.value() != null)
        .findFirst()
        .orElseGet(() -> ResolvedField.by(heard, StatementContent::amount));
  }
}
