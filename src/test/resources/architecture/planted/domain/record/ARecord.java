package planted.domain.record;

public class ARecord {}
