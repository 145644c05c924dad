package org.alliedregistry.http.read;

import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.QueryReader;
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
  public static @Nullable Audience read(@Nullable String value, QueryReader reader) {
    Others asked = reader.code("audience", value, Others.class);
    return asked == null ? null : asked == Others.PUBLIC ? Audience.PUBLIC : Audience.COALITION;
  }
}
