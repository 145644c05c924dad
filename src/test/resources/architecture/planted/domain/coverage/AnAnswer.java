package planted.domain.coverage;

public class AnAnswer {}
