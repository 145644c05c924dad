package planted.domain.coverage.change;

class NeedsTheLedger {
  planted.ledger.OpenRow it;
}
