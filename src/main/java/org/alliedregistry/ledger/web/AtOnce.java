package org.alliedregistry.ledger.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.reference.Audience;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends a kept answer to everybody's question at once, without a thread of its own. Whatever makes
 * a request special (a token, a condition, another form, a limit) goes the long way, to the same
 * bytes.
 */
@ApplicationScoped
class AtOnce {

  /** After what refuses a request by its head, before its body is asked for. */
  private static final int AFTER_REFUSALS = 6_000;

  private static final List<CharSequence> SPECIAL =
      List.of(
          HttpHeaders.AUTHORIZATION,
          HttpHeaders.IF_NONE_MATCH,
          HttpHeaders.IF_MATCH,
          HttpHeaders.ORIGIN,
          HttpHeaders.CONTENT_LENGTH,
          HttpHeaders.TRANSFER_ENCODING);

  private final Answers answers;
  private final AnswerMeters meters;
  private final boolean isCounted;

  AtOnce(
      Answers answers,
      AnswerMeters meters,
      @ConfigProperty(name = "registry.rate-limit", defaultValue = "off") String limit) {
    this.answers = answers;
    this.meters = meters;
    this.isCounted = !limit.equals("off");
  }

  void register(@Observes Filters filters) {
    filters.register(this::answer, AFTER_REFUSALS);
  }

  private void answer(RoutingContext context) {
    Optional<Answers.Known> known =
        isPlain(context.request())
            ? answers.known(Audience.PUBLIC, context.request().uri()).filter(k -> k.link() == null)
            : Optional.empty();
    if (known.isEmpty()) {
      context.next();
    } else {
      meters.hit();
      send(known.get(), context.response());
    }
  }

  private boolean isPlain(HttpServerRequest request) {
    String form = request.getHeader(HttpHeaders.ACCEPT);
    return !isCounted
        && request.method().equals(HttpMethod.GET)
        && (form == null || form.equals("*/*") || form.equals("application/json"))
        && SPECIAL.stream().noneMatch(request.headers()::contains);
  }

  /** As the long way sends it, to the letter: how an answer came about must not show. */
  private static void send(Answers.Known known, HttpServerResponse response) {
    response
        .putHeader("Content-Type", Representations.JSON)
        .putHeader("ETag", known.tag())
        .end(known.body());
  }
}
