/** The only writer: one transaction, a gapless sequence, a hash chain; nothing is ever edited. */
@NullMarked
package org.alliedregistry.ledger;

import org.jspecify.annotations.NullMarked;
