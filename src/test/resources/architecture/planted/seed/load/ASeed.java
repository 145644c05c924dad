package planted.seed.load;

public class ASeed {}
