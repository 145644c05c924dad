package org.alliedregistry.ledger;

/** Another node was sooner: nothing is written. */
final class Overtaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Overtaken() {
    super(null, null, false, false);
  }
}
