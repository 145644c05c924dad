package planted.http;

class NeedsAView {
  planted.api.pledge.OfferView it;
}
