package org.alliedregistry.recording;

import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.problem.ProblemException;

/** Finds the pledge that a path names, or refuses the path. */
public final class PledgeLookup {

  private PledgeLookup() {}

  /**
   * @throws ProblemException if there is no such pledge, or the caller does not see it
   */
  public static PledgeRecord in(RegistrySnapshot registry, String id) {
    return registry.pledge(id).orElseThrow(() -> ProblemException.notFound("No such pledge."));
  }
}
