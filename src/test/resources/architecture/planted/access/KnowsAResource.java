package planted.access;

class KnowsAResource {
  planted.pledge.web.OfferResource resource;
}
