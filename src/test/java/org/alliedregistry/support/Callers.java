package org.alliedregistry.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Callers of every kind, each with a token of the registry's own. */
public final class Callers {

  private final ApiClient secretariat;
  private final Map<String, ApiClient> known = new ConcurrentHashMap<>();

  public Callers(ApiClient secretariat) {
    this.secretariat = secretariat;
  }

  public ApiClient secretariat() {
    return secretariat;
  }

  public ApiClient everybody() {
    return secretariat.withoutToken();
  }

  public ApiClient reader() {
    return known.computeIfAbsent("reader", role -> with("role: 'reader'"));
  }

  /** A delegate of an ally. */
  public ApiClient delegate(String ally) {
    return known.computeIfAbsent(ally, a -> with("role: 'delegate', ally: '" + a + "'"));
  }

  private ApiClient with(String token) {
    Answer issued = secretariat.post("/v1/tokens", Json.object(token)).expecting(201);
    return secretariat.withToken(issued.json().get("token").asText());
  }
}
