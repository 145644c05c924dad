package org.alliedregistry.api.pledge;

import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.http.read.RecordAccess;
import org.alliedregistry.problem.ProblemException;

/** The pledge that an address names, or the refusal of an address that names none. */
final class PledgeLookup {

  private PledgeLookup() {}

  static PledgeRecord in(RegistrySnapshot now, String id) {
    return now.pledge(id).orElseThrow(() -> ProblemException.notFound("No such pledge."));
  }

  /** The same for a write. */
  static PledgeRecord in(RecordAccess archive, String id) {
    return in(archive.now(now -> now.pledge(id).isPresent()), id);
  }
}
