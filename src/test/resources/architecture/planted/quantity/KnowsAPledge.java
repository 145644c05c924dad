package planted.quantity;

class KnowsAPledge {
  planted.pledge.Offer offer;
}
