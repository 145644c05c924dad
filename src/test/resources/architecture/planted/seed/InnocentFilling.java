package planted.seed;

import planted.ledger.Ledger;

/** Breaks no rule: what fills the ledger may see what is in it. */
public class InnocentFilling {

  Object all() {
    return new Ledger().registry();
  }
}
