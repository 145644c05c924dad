package org.alliedregistry.api.reference;

import java.util.List;
import org.alliedregistry.domain.reference.Capability;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A capability in answers. */
@Schema(name = "Capability", description = "A kind of contribution and the units it is counted in.")
public record CapabilityView(
    String code,
    String name,
    String domain,
    @Schema(description = "The first is the unit of account.") List<String> units) {

  public static CapabilityView of(Capability capability) {
    return new CapabilityView(
        capability.code(), capability.name(), capability.domain(), capability.units());
  }
}
