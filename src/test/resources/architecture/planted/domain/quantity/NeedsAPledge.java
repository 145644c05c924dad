package planted.domain.quantity;

class NeedsAPledge {
  planted.domain.pledge.Offer offer;
}
