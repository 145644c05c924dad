/** The store of the ledger: transactions, the embedded file, the record of the last entry. */
@NullMarked
package org.alliedregistry.ledger.store;

import org.jspecify.annotations.NullMarked;
