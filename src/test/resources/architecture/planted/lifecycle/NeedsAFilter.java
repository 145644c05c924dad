package planted.lifecycle;

class NeedsAFilter {
  planted.http.AFilter it;
}
