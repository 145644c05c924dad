package org.alliedregistry.ledger.row;

/**
 * A request under the key that its caller gave it, to be able to repeat it.
 *
 * @param key at most 255 characters; callers do not share their keys
 * @param digest of what was asked: the method, the path and the body
 */
public record IdempotencyKey(String caller, String key, String digest) {}
