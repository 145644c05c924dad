/** Exact amounts: decimals, intervals with open ends, and planning factors between units. */
@NullMarked
package org.alliedregistry.domain.quantity;

import org.jspecify.annotations.NullMarked;
