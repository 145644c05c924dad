package planted.domain.pledge;

public record Offer(planted.domain.quantity.Amount amount) {}
