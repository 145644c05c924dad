package org.alliedregistry.ledger;

/** Another node recorded an entry before a write that must be decided on a known snapshot. */
final class ConcurrentAppend extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
