/** The state of the ledger and its verification over HTTP. */
@NullMarked
package org.alliedregistry.api.ledger;

import org.jspecify.annotations.NullMarked;
