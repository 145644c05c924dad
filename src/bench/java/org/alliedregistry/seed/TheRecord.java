package org.alliedregistry.seed;

import org.alliedregistry.registry.Registry;

/** The bundled public record, for benchmarks of other rooms. */
public final class TheRecord {

  private TheRecord() {}

  /** As a new store opens with it. */
  public static Registry registry() {
    return BundledRegistry.REGISTRY;
  }
}
