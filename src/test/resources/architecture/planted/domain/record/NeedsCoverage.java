package planted.domain.record;

class NeedsCoverage {
  planted.domain.coverage.AnAnswer it;
}
