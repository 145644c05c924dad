package org.alliedregistry.pledge;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.alliedregistry.quantity.Quantity;

/**
 * How far part of a pledge has come, and the amount it is a part of: for "all", the amount in
 * effect when it was said, or the first stated later; otherwise the amount in effect now.
 */
public record Portion(Decided<Part> part, Decided<Quantity> of) {

  static Portion by(
      List<Statement> heard, Function<Says, Said<Part>> field, Decided<Quantity> amount) {
    Decided<Part> part = Decided.by(heard, field);
    return new Portion(
        part, part.value() instanceof Part.All ? amountThen(heard, part.basis()) : amount);
  }

  /** The amount in effect once that was said, or else as soon as one is stated. */
  private static Decided<Quantity> amountThen(
      List<Statement> heard, @org.jspecify.annotations.Nullable Statement said) {
    return IntStream.rangeClosed(heard.indexOf(said) + 1, heard.size())
        .mapToObj(count -> Decided.by(heard.subList(0, count), Says::amount))
        .filter(amount -> amount.value() != null)
        .findFirst()
        .orElseGet(() -> Decided.by(heard, Says::amount));
  }
}
