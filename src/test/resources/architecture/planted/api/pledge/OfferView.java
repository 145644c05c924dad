package planted.api.pledge;

public record OfferView(String amount) {}
