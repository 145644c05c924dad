package planted.baseline;

class KnowsAPledge {
  planted.pledge.Offer offer;
}
