package org.alliedregistry.domain.reference;

import java.util.List;

/**
 * A kind of contribution, and the units that amounts of it are stated in. The first is the unit of
 * account.
 */
public record Capability(String code, String name, String domain, List<String> units) {

  public Capability {
    units = List.copyOf(units);
  }

  public String unitOfAccount() {
    return units.get(0);
  }
}
