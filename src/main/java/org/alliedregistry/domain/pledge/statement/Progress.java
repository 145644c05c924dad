package org.alliedregistry.domain.pledge.statement;

import org.alliedregistry.domain.quantity.Quantity;

/** The part of a pledge that has come as far as a rung. */
public sealed interface Progress {

  /** All of the amount in effect when it was said, or of the first that takes effect later. */
  record All() implements Progress {}

  /** A part of it; the amount is not stated. */
  record Some(String unit) implements Progress {}

  /** A stated amount of it. */
  record Counted(Quantity quantity) implements Progress {}
}
