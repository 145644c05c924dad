package org.alliedregistry.ledger.row;

/**
 * The idempotency key of a request.
 *
 * @param key at most 255 characters; each caller has keys of its own
 * @param digest the digest of the request: its method, path and body
 */
public record IdempotencyKey(String caller, String key, String digest) {}
