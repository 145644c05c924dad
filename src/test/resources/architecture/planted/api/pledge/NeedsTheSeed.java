package planted.api.pledge;

class NeedsTheSeed {
  planted.seed.load.ASeed it;
}
