/** Whether the store can be read and written, for the readiness checks and the metrics. */
@NullMarked
package org.alliedregistry.ledger.health;

import org.jspecify.annotations.NullMarked;
