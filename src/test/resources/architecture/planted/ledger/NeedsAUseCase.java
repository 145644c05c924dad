package planted.ledger;

class NeedsAUseCase {
  planted.recording.AUseCase it;
}
