package planted.quantity;

public record Amount(long units) {}
