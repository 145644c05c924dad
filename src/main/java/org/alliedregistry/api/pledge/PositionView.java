package org.alliedregistry.api.pledge;

import java.util.List;
import org.alliedregistry.domain.pledge.Position;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.reference.Ally.Membership;
import org.alliedregistry.domain.reference.Purpose;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The positions of one ally, in answers. */
@Schema(
    name = "AllyPosition",
    description = "Where one ally stands on each capability and purpose.")
public record PositionView(
    String ally,
    String name,
    List<Membership> memberships,
    @Schema(description = "Whether anything of it is heard at the evidence asked for.")
        boolean spoke,
    List<OnCapability> capabilities) {

  /** The position of the ally on one capability for one purpose. */
  @Schema(
      name = "CapabilityPosition",
      description =
          "position is the strongest and rung the highest of its pledges. amounts add up what is"
              + " its own; of a joint pledge without shares nothing is certainly its own, and of a"
              + " whole in which it has a part only the part is.")
  public record OnCapability(
      String capability,
      Purpose purpose,
      @Nullable Position position,
      @Nullable Rung rung,
      AmountsView amounts,
      List<String> pledges) {}
}
