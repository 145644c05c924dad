package planted.registry;

class KnowsARow {
  planted.ledger.OpenRow row;
}
