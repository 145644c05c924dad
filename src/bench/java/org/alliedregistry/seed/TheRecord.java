package org.alliedregistry.seed;

import org.alliedregistry.domain.record.RegistrySnapshot;

/** The bundled public record, for benchmarks of other rooms. */
public final class TheRecord {

  private TheRecord() {}

  /** As a new store opens with it. */
  public static RegistrySnapshot registry() {
    return BundledRegistry.REGISTRY;
  }
}
