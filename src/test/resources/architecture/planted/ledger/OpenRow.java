package planted.ledger;

public class OpenRow {}
