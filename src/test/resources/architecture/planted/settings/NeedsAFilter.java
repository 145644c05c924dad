package planted.settings;

class NeedsAFilter {
  planted.http.AFilter it;
}
