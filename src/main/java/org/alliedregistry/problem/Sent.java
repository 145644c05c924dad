package org.alliedregistry.problem;

import java.util.List;

/**
 * A body as far as it could be read.
 *
 * @param faults what is wrong with its shape
 * @param digest of its bytes; empty where it was not sent but bundled
 */
public record Sent<T>(T body, List<Fault> faults, String digest) {

  /** A fresh collection that begins with these faults, to go on checking. */
  public Faults faultsSoFar() {
    Faults all = new Faults();
    faults.forEach(fault -> all.add(fault.pointer(), fault.detail()));
    return all;
  }
}
