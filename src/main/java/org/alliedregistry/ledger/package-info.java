/**
 * The only writer: one transaction, a sequence without gaps, a hash chain. Nothing is ever edited.
 */
@NullMarked
package org.alliedregistry.ledger;

import org.jspecify.annotations.NullMarked;
