/**
 * What the ledger stores: its entries as rows, their chain and canonical text, and idempotent
 * responses.
 */
@NullMarked
package org.alliedregistry.ledger.row;

import org.jspecify.annotations.NullMarked;
