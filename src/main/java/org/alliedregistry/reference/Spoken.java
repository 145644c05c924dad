package org.alliedregistry.reference;

/** One thing one speaker said on one day, of a pledge or of a condition. Immutable. */
public interface Spoken {

  String id();

  Attribution said();
}
