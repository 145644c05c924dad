package planted.seed;

class InnocentStart {
  planted.api.pledge.OfferView view;
}
