package org.alliedregistry.api.reference;

import org.alliedregistry.domain.reference.Programme;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A programme in answers. */
@Schema(name = "Programme", description = "A programme under which allies supply or pay.")
public record ProgrammeView(String code, String title, String description) {

  public static ProgrammeView of(Programme programme) {
    return new ProgrammeView(programme.code(), programme.title(), programme.description());
  }
}
