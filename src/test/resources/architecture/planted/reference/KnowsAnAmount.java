package planted.reference;

class KnowsAnAmount {
  planted.quantity.Amount amount;
}
