package org.alliedregistry.domain.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Audience;
import org.jspecify.annotations.Nullable;

/** The statements on one pledge, condition or declaration, and which of them an audience sees. */
final class VisibleStatements<S extends AttributedStatement> {

  private final Audience audience;
  private final Function<S, List<String>> allies;
  private final Map<String, S> recorded = new HashMap<>();

  VisibleStatements(
      Audience audience, Function<S, List<String>> allies, List<Recorded<S>> recorded) {
    this.audience = audience;
    this.allies = allies;
    recorded.forEach(s -> this.recorded.put(s.value().id(), s.value()));
  }

  /** A statement that voids another is visible only to an audience that saw the other. */
  boolean isVisible(S statement) {
    return isFor(statement)
        && (!statement.attribution().isVoid() || visibleTarget(statement) != null);
  }

  private boolean isFor(S statement) {
    return audience.sees(statement.attribution().releasability(), allies.apply(statement));
  }

  /**
   * The last visible statement in the chain of those that it corrects. One that voids counts only
   * if a statement before it is visible. One pass, because a chain may be long.
   */
  private @Nullable String visibleTarget(S statement) {
    String last = null;
    S target = corrected(statement);
    while (target != null) {
      if (isFor(target)) {
        last = last == null ? target.id() : last;
        if (!target.attribution().isVoid()) {
          return last;
        }
      }
      target = corrected(target);
    }
    return null;
  }

  private @Nullable S corrected(S statement) {
    String target = statement.attribution().corrects();
    return target == null ? null : recorded.get(target);
  }

  Attribution shown(S statement) {
    String corrects = statement.attribution().corrects();
    String target = corrects == null ? null : visibleTarget(statement);
    return Objects.equals(target, corrects)
        ? statement.attribution()
        : statement.attribution().correcting(target);
  }
}
