package org.alliedregistry.ledger.row;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered, to be sent again byte for byte.
 *
 * @param location where what was made can be read, null where nothing was
 * @param tag the entity tag, in its quotes
 * @param isRepeated whether the request was answered so before
 */
public record StoredResponse(
    int status,
    @Nullable String location,
    @Nullable String tag,
    String mediaType,
    byte[] body,
    boolean isRepeated) {

  /** The first answer to a request. */
  public StoredResponse(
      int status, @Nullable String location, @Nullable String tag, String mediaType, byte[] body) {
    this(status, location, tag, mediaType, body, false);
  }
}
