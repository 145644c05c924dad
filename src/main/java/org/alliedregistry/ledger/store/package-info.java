/** Where it is stored: transactions, the embedded file, the witness of the last entry. */
@NullMarked
package org.alliedregistry.ledger.store;

import org.jspecify.annotations.NullMarked;
