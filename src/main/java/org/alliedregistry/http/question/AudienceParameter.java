package org.alliedregistry.http.question;

import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.QueryReader;
import org.jspecify.annotations.Nullable;

/** The parameter that asks for the view of another audience than the caller's. */
public final class AudienceParameter {

  /** The audiences that can be asked for. */
  private enum Others {
    PUBLIC,
    COALITION
  }

  private AudienceParameter() {}

  /** The audience asked for; null if none is. */
  public static @Nullable Audience read(@Nullable String value, QueryReader reader) {
    Others asked = reader.code("audience", value, Others.class);
    return asked == null ? null : asked == Others.PUBLIC ? Audience.PUBLIC : Audience.COALITION;
  }
}
