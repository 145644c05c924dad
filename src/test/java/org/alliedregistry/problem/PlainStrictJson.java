package org.alliedregistry.problem;

import jakarta.validation.Validation;

/** The strict reader, without a container. */
public final class PlainStrictJson {

  private PlainStrictJson() {}

  public static StrictJson strictJson() {
    return new StrictJson(Validation.buildDefaultValidatorFactory().getValidator());
  }
}
