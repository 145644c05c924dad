package planted.domain.coverage;

class NeedsTheLedger {
  planted.ledger.OpenRow it;
}
