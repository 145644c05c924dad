package org.alliedregistry.pledge;

import org.alliedregistry.quantity.Quantity;

/** How much of a pledge has come as far as a rung. */
public sealed interface Part {

  /** All of the amount in effect when it was said. */
  record All() implements Part {}

  /** Some of it, not said how much. */
  record Some(String unit) implements Part {}

  /** So much of it. */
  record Counted(Quantity quantity) implements Part {}
}
