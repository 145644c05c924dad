package planted.ledger;

class InnocentRepository {}
