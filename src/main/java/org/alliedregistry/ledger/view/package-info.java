/** What each audience sees of the ledger, now and at earlier instants. */
@NullMarked
package org.alliedregistry.ledger.view;

import org.jspecify.annotations.NullMarked;
