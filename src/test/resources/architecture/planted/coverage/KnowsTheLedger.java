package planted.coverage;

class KnowsTheLedger {
  planted.ledger.OpenRow row;
}
