package planted.pledge;

public record Offer(planted.quantity.Amount amount) {}
