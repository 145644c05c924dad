package org.alliedregistry.domain.pledge;

import org.alliedregistry.domain.quantity.Quantity;

/** How much of a pledge has come as far as a rung. */
public sealed interface Progress {

  /** All of the amount in effect when it was said. */
  record All() implements Progress {}

  /** Some of it, not said how much. */
  record Some(String unit) implements Progress {}

  /** So much of it. */
  record Counted(Quantity quantity) implements Progress {}
}
