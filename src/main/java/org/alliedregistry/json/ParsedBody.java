package org.alliedregistry.json;

import java.util.List;
import org.alliedregistry.problem.Violation;
import org.alliedregistry.problem.Violations;

/**
 * A body as far as it could be read.
 *
 * @param faults the violations found while reading it
 * @param digest the SHA-256 of its bytes; empty for a bundled body
 */
public record ParsedBody<T>(T body, List<Violation> faults, String digest) {

  /** A new collection that begins with these violations. */
  public Violations faultsSoFar() {
    Violations all = new Violations();
    faults.forEach(violation -> all.add(violation.pointer(), violation.detail()));
    return all;
  }
}
