/** The views of audiences on the ledger, now and at earlier instants. */
@NullMarked
package org.alliedregistry.ledger.view;

import org.jspecify.annotations.NullMarked;
