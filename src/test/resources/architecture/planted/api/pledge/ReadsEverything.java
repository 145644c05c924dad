package planted.api.pledge;

import planted.ledger.Ledger;

/** Breaks a rule: what it tells does not depend on who asks. */
public class ReadsEverything {

  Object all() {
    return new Ledger().registry();
  }
}
