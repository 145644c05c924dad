package org.alliedregistry.api.pledge;

import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.http.read.RecordAccess;
import org.alliedregistry.problem.ProblemException;

/** Finds the pledge that a path names, or refuses the path. */
final class PledgeLookup {

  private PledgeLookup() {}

  static PledgeRecord in(RegistrySnapshot registry, String id) {
    return registry.pledge(id).orElseThrow(() -> ProblemException.notFound("No such pledge."));
  }

  /** The pledge for a write. */
  static PledgeRecord in(RecordAccess recordAccess, String id) {
    return in(recordAccess.current(registry -> registry.pledge(id).isPresent()), id);
  }
}
