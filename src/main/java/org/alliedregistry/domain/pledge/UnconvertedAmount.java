package org.alliedregistry.domain.pledge;

import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.Quantity;

/**
 * An amount that does not convert to the unit of account.
 *
 * @param said the amount as it was said
 * @param counted what has come so far of it, in the unit in which it was said
 */
public record UnconvertedAmount(Quantity said, Interval counted) {}
