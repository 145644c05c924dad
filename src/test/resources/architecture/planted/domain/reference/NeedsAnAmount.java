package planted.domain.reference;

class NeedsAnAmount {
  planted.domain.quantity.Amount it;
}
