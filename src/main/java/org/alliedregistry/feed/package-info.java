/** The change feed: every entry of the ledger as an event, to be polled or streamed. */
@org.jspecify.annotations.NullMarked
package org.alliedregistry.feed;
