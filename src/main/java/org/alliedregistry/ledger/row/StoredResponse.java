package org.alliedregistry.ledger.row;

import org.jspecify.annotations.Nullable;

/**
 * The response to a write, which is sent again, byte for byte, if the request is repeated.
 *
 * @param location the URL of the new resource; null if there is none
 * @param tag the entity tag, in its quotes
 * @param isRepeated whether it is sent again for a repeated request
 */
public record StoredResponse(
    int status,
    @Nullable String location,
    @Nullable String tag,
    String mediaType,
    byte[] body,
    boolean isRepeated) {

  /** The response to a first request. */
  public StoredResponse(
      int status, @Nullable String location, @Nullable String tag, String mediaType, byte[] body) {
    this(status, location, tag, mediaType, body, false);
  }
}
