package planted.json;

class NeedsTheLedger {
  planted.ledger.OpenRow it;
}
