package org.alliedregistry.ledger.web;

import org.alliedregistry.problem.Query;
import org.alliedregistry.reference.Audience;
import org.jspecify.annotations.Nullable;

/** Whose view of the record is asked for, where it is not the caller's own. */
public final class AudienceParameter {

  /** Whose view can be asked for. */
  private enum Others {
    PUBLIC,
    COALITION
  }

  private AudienceParameter() {}

  /** The audience asked for, null where none is. */
  public static @Nullable Audience read(@Nullable String value, Query query) {
    Others asked = query.code("audience", value, Others.class);
    return asked == null ? null : asked == Others.PUBLIC ? Audience.PUBLIC : Audience.COALITION;
  }
}
