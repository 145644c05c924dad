/**
 * The ledger: one writer thread, a sequence without gaps, a hash chain. No entry is ever edited.
 */
@NullMarked
package org.alliedregistry.ledger;

import org.jspecify.annotations.NullMarked;
