package planted.domain.pledge.statement;

class NeedsAPledgeRecord {
  planted.domain.record.ARecord it;
}
