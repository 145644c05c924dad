package org.alliedregistry.api.pledge;

import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.http.read.RecordAccess;
import org.alliedregistry.problem.ProblemException;

/** The pledge that an address names, or the refusal of an address that names none. */
final class PledgeLookup {

  private PledgeLookup() {}

  static PledgeRecord in(RegistrySnapshot registry, String id) {
    return registry.pledge(id).orElseThrow(() -> ProblemException.notFound("No such pledge."));
  }

  /** The same for a write. */
  static PledgeRecord in(RecordAccess recordAccess, String id) {
    return in(recordAccess.current(registry -> registry.pledge(id).isPresent()), id);
  }
}
