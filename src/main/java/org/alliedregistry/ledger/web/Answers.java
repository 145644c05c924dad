package org.alliedregistry.ledger.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.alliedregistry.ledger.Views;
import org.alliedregistry.ledger.web.KeptAnswers.Answer;
import org.alliedregistry.ledger.web.KeptAnswers.Question;
import org.alliedregistry.reference.Audience;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers of reads as bytes, computed once: what is told depends on what was asked, on who may see
 * what is told, on the last entry that they see, and on the day.
 */
@ApplicationScoped
public class Answers {

  /** On a request: the question that it asks, where its answer is to be kept. */
  static final String QUESTION = "org.alliedregistry.question";

  /** On a request: the kept answer to it. */
  static final String ANSWER = "org.alliedregistry.answer";

  /** After it is known who asks. */
  private static final int LAST = Priorities.USER + 1_000;

  /** The part of the heap that all answers together may take. */
  private static final int HEAP_SHARE = 16;

  /** How long somebody waits for another's answer before computing it too; without a thread. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How often somebody waits, where whoever computed it was not answered. */
  private static final int MOST_WAITS = 3;

  private static final Pattern OF_THE_RECORD =
      Pattern.compile(
          "/v1/(allies|capabilities|conditions|baselines|pledges|positions|coverage)(/.*)?");

  private final Archive archive;
  private final Views views;
  private final Clock clock;
  private final AnswerMeters meters;
  private final KeptAnswers kept = new KeptAnswers(Runtime.getRuntime().maxMemory() / HEAP_SHARE);

  Answers(Archive archive, Views views, Clock clock, AnswerMeters meters) {
    this.archive = archive;
    this.views = views;
    this.clock = clock;
    this.meters = meters;
  }

  /** Answers what is kept. */
  @ServerRequestFilter(priority = LAST)
  @Nullable Response find(ContainerRequestContext request, HttpServerRequest sent) {
    if (!ConditionalReads.isRead(request)
        || sent.uri().length() > KeptAnswers.LONGEST_TARGET
        || !OF_THE_RECORD.matcher(request.getUriInfo().getPath()).matches()) {
      return null;
    }
    Audience caller = archive.caller();
    Question asked = question(caller, views.registry(caller).revision(), sent.uri());
    request.setProperty(QUESTION, asked);
    Answer answer = kept.find(asked);
    return answer == null ? null : response(request, answer);
  }

  /** Waits for what another computes already: null where the request is answered by itself. */
  @ServerRequestFilter(priority = LAST + 1)
  @Nullable Uni<Response> await(ContainerRequestContext request) {
    return request.getProperty(QUESTION) instanceof Question asked
        ? await(request, asked, MOST_WAITS)
        : null;
  }

  private @Nullable Uni<Response> await(
      ContainerRequestContext request, Question asked, int waits) {
    CompletableFuture<Optional<Answer>> computed = waits == 0 ? null : kept.computed(asked);
    if (computed == null) {
      meters.miss();
      return null;
    }
    return Uni.createFrom()
        .completionStage(computed.copy())
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(Optional.empty())
        .onItem()
        .transformToUni(answer -> answered(request, asked, answer, waits));
  }

  private Uni<Response> answered(
      ContainerRequestContext request, Question asked, Optional<Answer> answer, int waits) {
    if (answer.isPresent()) {
      return Uni.createFrom().item(response(request, answer.get()));
    }
    Uni<Response> next = await(request, asked, waits - 1);
    return next == null ? Uni.createFrom().nullItem() : next;
  }

  private Response response(ContainerRequestContext request, Answer answer) {
    meters.hit();
    request.setProperty(ANSWER, answer);
    Response.ResponseBuilder response = Response.ok(answer, Representations.JSON);
    return answer.link() == null
        ? response.build()
        : response.header(HttpHeaders.LINK, answer.link()).build();
  }

  /** What an audience is answered, where nothing is to be computed for it. */
  @Nullable Answer ready(Audience audience, String target) {
    return target.length() > KeptAnswers.LONGEST_TARGET
        ? null
        : views
            .ready(audience)
            .map(seen -> kept.find(question(audience, seen.revision(), target)))
            .orElse(null);
  }

  private Question question(Audience audience, String revision, String target) {
    return new Question(
        audience, revision, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), target);
  }

  void keep(Question asked, Answer answer) {
    kept.keep(asked, answer);
  }

  void giveUp(Question asked) {
    kept.giveUp(asked);
  }
}
