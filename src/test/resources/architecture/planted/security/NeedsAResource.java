package planted.security;

class NeedsAResource {
  planted.api.pledge.OfferResource resource;
}
