package planted.domain.pledge;

class NeedsItsView {
  planted.api.pledge.OfferView view;
}
