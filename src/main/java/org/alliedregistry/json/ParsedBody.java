package org.alliedregistry.json;

import java.util.List;
import org.alliedregistry.problem.Violation;
import org.alliedregistry.problem.Violations;

/**
 * A body as far as it could be read.
 *
 * @param faults what is wrong with its shape
 * @param digest of its bytes; empty where it was not sent but bundled
 */
public record ParsedBody<T>(T body, List<Violation> faults, String digest) {

  /** A fresh collection that begins with these faults, to go on checking. */
  public Violations faultsSoFar() {
    Violations all = new Violations();
    faults.forEach(violation -> all.add(violation.pointer(), violation.detail()));
    return all;
  }
}
