/** Carries an embedded store over to PostgreSQL. */
@NullMarked
package org.alliedregistry.ledger.transfer;

import org.jspecify.annotations.NullMarked;
