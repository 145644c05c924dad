package org.alliedregistry.api.reference;

import java.util.List;
import org.alliedregistry.domain.reference.Ally;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An ally in answers. */
@Schema(name = "Ally", description = "A contributing state or organisation.")
public record AllyView(
    String code, String name, Ally.Kind kind, List<Ally.Membership> memberships) {

  public static AllyView of(Ally ally) {
    return new AllyView(ally.code(), ally.name(), ally.kind(), List.copyOf(ally.memberships()));
  }
}
