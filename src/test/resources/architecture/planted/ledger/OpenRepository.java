package planted.ledger;

public class OpenRepository {}
