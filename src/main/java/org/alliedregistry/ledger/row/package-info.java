/**
 * The rows of the ledger: its entries, their chain and canonical JSON, and the stored responses to
 * requests with an idempotency key.
 */
@NullMarked
package org.alliedregistry.ledger.row;

import org.jspecify.annotations.NullMarked;
