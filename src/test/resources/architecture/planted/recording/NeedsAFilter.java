package planted.recording;

class NeedsAFilter {
  planted.http.AFilter it;
}
