package org.alliedregistry.ledger.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.alliedregistry.ledger.Views;
import org.alliedregistry.reference.Audience;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers of reads as bytes, computed once: what is told depends on what was asked, on who may see
 * what is told, on the last entry that they see, and on the day.
 */
@ApplicationScoped
public class Answers {

  /** What an answer depends on. */
  record Question(Audience audience, String revision, LocalDate day, String target) {}

  /**
   * An answer, with its tag and where its next page is. The body is sent from where it is kept; a
   * copy for each reader was a third of the memory that a reader took.
   */
  record Known(Buffer body, String tag, @Nullable String link) {}

  /** On a request: the question that it asks. */
  static final String QUESTION = "org.alliedregistry.question";

  /** On a request: the tag of the bytes that answer it. */
  static final String TAG = "org.alliedregistry.tag";

  /** After it is known who asks. */
  private static final int LAST = Priorities.USER + 1_000;

  private static final long MOST_BYTES = 64L << 20;

  /** What each answer takes besides its bytes. */
  private static final int OVERHEAD = 400;

  private static final Pattern OF_THE_RECORD =
      Pattern.compile(
          "/v1/(allies|capabilities|conditions|baselines|pledges|positions|coverage)(/.*)?");

  private final Archive archive;
  private final Views views;
  private final Clock clock;
  private final AnswerMeters meters;
  private final Cache<Question, Known> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Question asked, Known answer) -> OVERHEAD + answer.body().length())
          .build();

  Answers(Archive archive, Views views, Clock clock, AnswerMeters meters) {
    this.archive = archive;
    this.views = views;
    this.clock = clock;
    this.meters = meters;
  }

  @ServerRequestFilter(priority = LAST)
  @Nullable Response find(ContainerRequestContext request, HttpServerRequest sent) {
    if (!ConditionalReads.isRead(request)
        || !OF_THE_RECORD.matcher(request.getUriInfo().getPath()).matches()) {
      return null;
    }
    Question asked = question(archive.caller(), sent.uri());
    Known answer = known.getIfPresent(asked);
    if (answer == null) {
      meters.miss();
      request.setProperty(QUESTION, asked);
      return null;
    }
    meters.hit();
    request.setProperty(TAG, answer.tag());
    Response.ResponseBuilder response = Response.ok(answer.body().getBytes(), Representations.JSON);
    return answer.link() == null
        ? response.build()
        : response.header(HttpHeaders.LINK, answer.link()).build();
  }

  /** What an audience is answered, where that was computed already. */
  Optional<Known> known(Audience audience, String target) {
    return Optional.ofNullable(known.getIfPresent(question(audience, target)));
  }

  private Question question(Audience audience, String target) {
    return new Question(
        audience,
        views.registry(audience).revision(),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        target);
  }

  /** Keeps what was answered; computed on the last entry of the question or on a later one. */
  void keep(Question asked, byte[] body, String tag, @Nullable String link) {
    known.put(asked, new Known(Buffer.buffer(body), tag, link));
  }
}
