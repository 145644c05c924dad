package planted.ledger;

/** Has everything recorded. */
public class Ledger {

  public Object registry() {
    return this;
  }
}
