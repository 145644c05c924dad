package planted.problem;

class NeedsAFilter {
  planted.http.AFilter it;
}
