package org.alliedregistry.pledge;

import java.util.List;
import java.util.function.Function;
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

  private static Decided<Quantity> amountThen(
      List<Statement> heard, @org.jspecify.annotations.Nullable Statement said) {
    int then = heard.indexOf(said) + 1;
    Decided<Quantity> amount = Decided.by(heard.subList(0, then), Says::amount);
    return amount.value() != null
        ? amount
        : heard.subList(then, heard.size()).stream()
            .filter(s -> s.says().amount().valueOrNull() != null)
            .findFirst()
            .map(s -> new Decided<>(s.says().amount(), s, false))
            .orElse(amount);
  }
}
