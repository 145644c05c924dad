package planted.domain.quantity;

public record Amount(long units) {}
