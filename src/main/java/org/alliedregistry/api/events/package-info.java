/** Every entry of the ledger as an event, to be polled or streamed. */
@NullMarked
package org.alliedregistry.api.events;

import org.jspecify.annotations.NullMarked;
