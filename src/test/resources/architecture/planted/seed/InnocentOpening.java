package planted.seed;

class InnocentOpening {
  planted.pledge.web.OfferView view;
}
