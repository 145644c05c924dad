package planted.domain.collection;

class NeedsARecord {
  planted.domain.record.ARecord it;
}
