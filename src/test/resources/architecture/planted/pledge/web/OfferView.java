package planted.pledge.web;

public record OfferView(String amount) {}
