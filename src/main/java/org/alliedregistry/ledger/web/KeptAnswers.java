package org.alliedregistry.ledger.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.alliedregistry.reference.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Answers by their questions, within a bound of bytes for all together. What is being computed is
 * known too, so that who asks the same meanwhile waits for it.
 */
final class KeptAnswers {

  /** What an answer depends on. */
  record Question(Audience audience, String revision, LocalDate day, String target) {}

  /**
   * An answer, with its tag and where its next page is. The body is sent from where it is kept; a
   * copy for each reader was a third of the memory that a reader took.
   *
   * @param gzip the same compressed, once somebody asked for it
   * @param tag of the body as it is
   */
  record Answer(Buffer body, @Nullable Buffer gzip, String tag, @Nullable String link) {

    static Answer of(byte[] body, String tag, @Nullable String link) {
      return new Answer(Buffer.buffer(body), null, tag, link);
    }

    /** Which coding a caller is sent. */
    Coding coding(@Nullable String accepted) {
      return Coding.of(body.length(), accepted);
    }

    /** The bytes in a coding, null where they are not made yet. */
    @Nullable Buffer in(Coding coding) {
      return coding == Coding.GZIP ? gzip : body;
    }

    /** The same answer, with its bytes in a coding. */
    Answer with(Coding coding) {
      return in(coding) != null
          ? this
          : new Answer(body, Buffer.buffer(Coding.gzip(body.getBytes())), tag, link);
    }
  }

  /** Longer addresses are seldom asked twice; they are computed each time. */
  static final int LONGEST_TARGET = 512;

  /** What each entry takes besides its bytes and its address; measured. */
  static final int OVERHEAD = 1_000;

  private static final Duration KEPT_UNUSED = Duration.ofMinutes(10);

  /** Longer than any answer takes: whoever computes one and is lost holds nobody for ever. */
  private static final int LONGEST_SECONDS = 30;

  private final Cache<Question, Answer> kept;
  private final ConcurrentMap<Question, CompletableFuture<Optional<Answer>>> computing =
      new ConcurrentHashMap<>();

  /**
   * @param mostBytes of all entries together
   */
  KeptAnswers(long mostBytes) {
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher(KeptAnswers::weight)
            .expireAfterAccess(KEPT_UNUSED)
            .scheduler(Scheduler.systemScheduler())
            .build();
  }

  private static int weight(Question asked, Answer answer) {
    Buffer gzip = answer.gzip();
    String link = answer.link();
    return OVERHEAD
        + asked.target().length()
        + answer.body().length()
        + (gzip == null ? 0 : gzip.length())
        + (link == null ? 0 : link.length());
  }

  /** The answer, null where it is not kept. */
  @Nullable Answer find(Question asked) {
    return kept.getIfPresent(asked);
  }

  /**
   * The answer that somebody else computes now: empty in the end where that came to nothing.
   *
   * @return null where nobody does: then the caller is who does, and says so by {@link #keep} or
   *     {@link #giveUp}
   */
  @Nullable CompletableFuture<Optional<Answer>> computed(Question asked) {
    CompletableFuture<Optional<Answer>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<Answer>> first = computing.putIfAbsent(asked, mine);
    if (first != null) {
      return first;
    }
    mine.completeOnTimeout(Optional.empty(), LONGEST_SECONDS, TimeUnit.SECONDS)
        .whenComplete((answer, failure) -> computing.remove(asked, mine));
    Answer meanwhile = find(asked);
    if (meanwhile != null) {
      mine.complete(Optional.of(meanwhile));
      return mine;
    }
    return null;
  }

  /** Keeps what was answered; computed on the last entry of the question or on a later one. */
  void keep(Question asked, Answer answer) {
    kept.put(asked, answer);
    end(asked, Optional.of(answer));
  }

  /** It was not answered: whoever waits for it has to ask again. */
  void giveUp(Question asked) {
    end(asked, Optional.empty());
  }

  private void end(Question asked, Optional<Answer> answer) {
    CompletableFuture<Optional<Answer>> mine = computing.get(asked);
    if (mine != null) {
      // whoever waits may ask again at once, and must not find this one
      computing.remove(asked, mine);
      mine.complete(answer);
    }
  }

  /** Returns once what is beyond the bound is let go. */
  void settle() {
    kept.cleanUp();
  }

  /** How many are being computed now. */
  int computing() {
    return computing.size();
  }
}
