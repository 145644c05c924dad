package planted.pledge.web;

import planted.ledger.Ledger;

/** Crosses a line: what it tells does not depend on who asks. */
public class ReadsEverything {

  Object all() {
    return new Ledger().registry();
  }
}
