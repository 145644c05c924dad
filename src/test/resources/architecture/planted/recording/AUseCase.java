package planted.recording;

public class AUseCase {}
