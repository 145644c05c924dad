package org.alliedregistry.domain.reference;

/** One thing one speaker said on one day, of a pledge or of a condition. Immutable. */
public interface AttributedStatement {

  String id();

  Attribution said();
}
