package org.alliedregistry.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered, to be sent again byte for byte.
 *
 * @param location where what was made can be read, null where nothing was
 * @param tag the entity tag, in its quotes
 */
public record Reply(
    int status, @Nullable String location, @Nullable String tag, String mediaType, byte[] body) {}
