package org.alliedregistry.api.pledge;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.reference.Ally.Membership;
import org.alliedregistry.domain.reference.Purpose;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The positions of one ally, in answers. */
@Schema(
    name = "AllyPosition",
    description = "The position of one ally on each capability and purpose.")
public record PositionView(
    String ally,
    String name,
    List<Membership> memberships,
    @Schema(description = "Whether the ally has a statement with sufficient evidence.")
        boolean spoke,
    List<OnCapability> capabilities,
    @Schema(
            description =
                "The last 100 declarations that name the ally, by day. `spoke` does not depend on them.")
        List<InDeclaration> declarations) {

  /** A declaration that names the ally. */
  @Schema(name = "DeclarationReference")
  public record InDeclaration(String id, @Nullable String title, LocalDate saidOn) {}

  /** The position of the ally on one capability for one purpose. */
  @Schema(
      name = "CapabilityPosition",
      description =
          "position is the strongest position and rung the highest rung of its pledges. amounts add"
              + " up the ally's own amounts. Nothing of a joint pledge without shares is certain"
              + " for one ally. Of a joint whole only the ally's parts are its own; a whole of its own counts once with its parts.")
  public record OnCapability(
      String capability,
      Purpose purpose,
      @Nullable Position position,
      @Nullable Rung rung,
      AmountsView amounts,
      List<String> pledges) {}

  /** The rows of the table: one for each capability, or one for an ally without any. */
  Stream<Row> rows() {
    return capabilities.isEmpty()
        ? Stream.of(new Row(ally, name, memberships, spoke, null))
        : capabilities.stream().map(each -> new Row(ally, name, memberships, spoke, each));
  }

  /** A row of the table of positions. */
  public record Row(
      String ally,
      String name,
      List<Membership> memberships,
      boolean spoke,
      @JsonUnwrapped @Nullable OnCapability on) {}
}
