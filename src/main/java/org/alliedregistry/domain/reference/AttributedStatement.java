package org.alliedregistry.domain.reference;

/** A statement that one speaker made on one day about a pledge or a condition. Immutable. */
public interface AttributedStatement {

  String id();

  Attribution attribution();
}
