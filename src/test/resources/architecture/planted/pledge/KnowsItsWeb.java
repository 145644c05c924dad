package planted.pledge;

class KnowsItsWeb {
  planted.pledge.web.OfferView view;
}
