package planted.domain.baseline;

class NeedsAPledge {
  planted.domain.pledge.Offer it;
}
