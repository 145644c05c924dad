package org.alliedregistry.pledge;

import org.alliedregistry.reference.Attribution;
import org.alliedregistry.reference.Spoken;

/** One thing one speaker said of a pledge on one day. Immutable. */
public record Statement(String id, String pledge, Attribution said, Says says) implements Spoken {}
