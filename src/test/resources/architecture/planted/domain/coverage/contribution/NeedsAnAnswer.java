package planted.domain.coverage.contribution;

class NeedsAnAnswer {
  planted.domain.coverage.AnAnswer it;
}
