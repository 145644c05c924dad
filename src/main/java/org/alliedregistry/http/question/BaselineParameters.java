package org.alliedregistry.http.question;

import java.util.Optional;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.problem.UnknownCode;
import org.jspecify.annotations.Nullable;

/** Reads the baseline that a question names. */
public final class BaselineParameters {

  private BaselineParameters() {}

  /**
   * The named baseline, or the default one; empty, with a violation, if there is no such baseline.
   */
  public static Optional<Baseline> baseline(
      @Nullable String code,
      @Nullable String version,
      RegistrySnapshot registry,
      QueryReader reader) {
    Integer asked = reader.integer("version", version, 1, 999_999_999);
    String name = code == null ? Baseline.DEFAULT : code;
    Optional<Baseline> latest = registry.baseline(name);
    if (latest.isEmpty()) {
      reader.addViolation(
          "baseline", UnknownCode.code(name, "baseline", registry.baselines().keySet()));
      return latest;
    }
    if (asked == null) {
      return latest;
    }
    Optional<Baseline> found = registry.baseline(name, asked);
    if (found.isEmpty()) {
      reader.addViolation("version", name + " has versions 1 to " + latest.get().version());
    }
    return found;
  }
}
