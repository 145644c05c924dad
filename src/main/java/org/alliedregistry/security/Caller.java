package org.alliedregistry.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.domain.reference.Audience.Reach;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Who is calling, what they may see and what they may write. The public, unless a token came. */
@RequestScoped
public class Caller {

  private final TokenValidity validity;
  private final CurrentVertxRequest request;
  private @Nullable TokenPrincipal principal;

  Caller(TokenValidity validity, CurrentVertxRequest request) {
    this.validity = validity;
    this.request = request;
  }

  /** They showed a pass that holds. */
  void authenticateAs(TokenPrincipal shown) {
    principal = shown;
  }

  private Optional<TokenPrincipal> principal() {
    return Optional.ofNullable(principal);
  }

  /** Whether they sent a token. */
  public boolean isAuthenticated() {
    return principal != null;
  }

  /** The office that what they write is recorded under. */
  public String recordedBy() {
    return principal().map(TokenPrincipal::getName).orElse("public");
  }

  /** Who they are among all callers with a token: to keep theirs apart, not to be shown. */
  public String principalKey() {
    return principal().map(TokenPrincipal::principalKey).orElse("public");
  }

  /** By what they are counted among those who hold something at once. */
  public Requester requester() {
    return principal()
        .map(Requester::of)
        .orElseGet(() -> Requester.at(request.getCurrent().request().remoteAddress()));
  }

  /** What they may see. */
  public Audience audience() {
    return principal().map(TokenPrincipal::audience).orElse(Audience.PUBLIC);
  }

  /**
   * What others see, if that is what they ask for.
   *
   * @param asked {@link Audience#PUBLIC} or {@link Audience#COALITION}; null = their own
   * @throws UnauthorizedException where they have no token and see less than that themselves
   */
  public Audience audience(@Nullable Audience asked) {
    Audience own = audience();
    if (asked == null) {
      return own;
    }
    if (asked.reach() != Reach.PUBLIC && own.reach() == Reach.PUBLIC) {
      throw new UnauthorizedException();
    }
    return asked;
  }

  /** Whether they may go on reading what they began to read: until their token is over. */
  public BooleanSupplier stillAuthorized() {
    TokenPrincipal shown = principal;
    return shown == null ? () -> true : () -> validity.isValid(shown);
  }

  /**
   * A delegation speaks for its own ally.
   *
   * @param allies whose the pledge is, the one that leads first
   */
  public void requireLeadingAlly(List<String> allies) {
    String ally = delegation();
    if (ally != null && !allies.isEmpty() && !ally.equals(allies.get(0))) {
      throw forbidden(
          "A delegation records on pledges that its ally leads: those whose first ally is "
              + ally
              + ".");
    }
  }

  /**
   * A delegation puts what it promises into a whole that its ally has a part in.
   *
   * @param allies whose the whole is
   */
  public void requireParticipatingAlly(List<String> allies) {
    String ally = delegation();
    if (ally != null && !allies.contains(ally)) {
      throw forbidden("A delegation's pledge is part of a whole that its ally is one of.");
    }
  }

  /**
   * A delegation gives word of its own ally's conditions.
   *
   * @param ally whose condition it is, null = all allies
   */
  public void requireOwnAlly(@Nullable String ally) {
    String own = delegation();
    if (own != null && !own.equals(ally)) {
      throw forbidden(
          "A delegation records where its own ally's condition stands: one that is per ally, with"
              + " \"ally\": \""
              + own
              + "\".");
    }
  }

  /**
   * A delegation corrects what it recorded, and answers what others recorded.
   *
   * @param writer who recorded what is to be corrected
   */
  public void requireOriginalRecorder(String writer) {
    if (delegation() != null && !recordedBy().equals(writer)) {
      throw forbidden(
          "A delegation corrects only what it recorded itself; say what is right in a statement of"
              + " its own.");
    }
  }

  private @Nullable String delegation() {
    return principal().map(TokenPrincipal::ally).orElse(null);
  }

  private static ProblemException forbidden(String why) {
    return ProblemException.because(ProblemType.FORBIDDEN, why);
  }
}
