package org.alliedregistry.pledge.web;

import org.alliedregistry.ledger.web.Archive;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.registry.PledgeFile;
import org.alliedregistry.registry.Registry;

/** The pledge that an address names, or the refusal of an address that names none. */
final class KnownPledge {

  private KnownPledge() {}

  static PledgeFile in(Registry now, String id) {
    return now.pledge(id).orElseThrow(() -> Refusal.notFound("No such pledge."));
  }

  /** The same for a write. */
  static PledgeFile in(Archive archive, String id) {
    return in(archive.now(now -> now.pledge(id).isPresent()), id);
  }
}
