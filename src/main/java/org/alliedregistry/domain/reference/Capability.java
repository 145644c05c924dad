package org.alliedregistry.domain.reference;

import java.util.List;

/** A kind of contribution and the units it is spoken of in; the first is the unit of account. */
public record Capability(String code, String name, String domain, List<String> units) {

  public Capability {
    units = List.copyOf(units);
  }

  public String unitOfAccount() {
    return units.get(0);
  }
}
