package org.alliedregistry.http.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.security.Requester;
import org.jspecify.annotations.Nullable;

/**
 * Answers by their questions, within a bound of bytes for all together. What is being computed is
 * known too, so that who asks the same meanwhile waits for it.
 */
final class CachedResponses {

  /**
   * What an answer depends on.
   *
   * @param prefix of the caller's path that a proxy took away; empty where there is none
   * @param target the path and the query that are left
   */
  record CacheKey(
      Audience audience, String revision, LocalDate day, String prefix, String target) {}

  /**
   * An answer, with its tag and where its next page is. The body is sent from where it is kept; a
   * copy for each reader was a third of the memory that a reader took.
   *
   * @param type the media type of the body
   * @param gzip the same body compressed, once somebody asked for it
   * @param tag of the body as it is
   */
  record CachedResponse(
      String type, Buffer body, @Nullable Buffer gzip, String tag, @Nullable String link) {

    static CachedResponse of(String type, byte[] body, String tag, @Nullable String link) {
      return new CachedResponse(type, Buffer.buffer(body), null, tag, link);
    }

    /** Which coding a caller is sent. */
    Coding coding(@Nullable String accepted) {
      return Coding.of(body.length(), accepted);
    }

    /** The bytes in a coding, null where they are not made yet. */
    @Nullable Buffer in(Coding coding) {
      return coding == Coding.GZIP ? gzip : body;
    }

    /** The bytes in a coding that are kept; not a copy, so nobody may change them. */
    byte[] bytes(Coding coding) {
      ByteBuf kept = ((BufferImpl) Objects.requireNonNull(in(coding))).byteBuf();
      return kept.hasArray() && kept.array().length == kept.readableBytes()
          ? kept.array()
          : ByteBufUtil.getBytes(kept);
    }

    /** The same answer, with its bytes in a coding. */
    CachedResponse with(Coding coding) {
      return in(coding) != null
          ? this
          : new CachedResponse(
              type, body, Buffer.buffer(Coding.gzip(bytes(Coding.IDENTITY))), tag, link);
    }
  }

  /** Longer addresses are seldom asked twice; they are computed each time. */
  static final int LONGEST_TARGET = 512;

  /** What each entry takes besides its bytes and its address; measured. */
  static final int OVERHEAD = 1_000;

  /** Bytes; half of the smallest region of the heap, as the G1 collector divides it. */
  private static final int LARGE_ARRAY = (1 << 20) / 2 - 16;

  /** Since it was computed: to note each use would cost more than to compute it anew. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  /** Longer than any answer takes: whoever computes one and is lost holds nobody for ever. */
  private static final int LONGEST_SECONDS = 30;

  private final Cache<CacheKey, CachedResponse> kept;
  private final ConcurrentMap<CacheKey, Pending> computing = new ConcurrentHashMap<>();

  /**
   * @param mostBytes of all entries together
   */
  CachedResponses(long mostBytes) {
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher(CachedResponses::weight)
            .expireAfterWrite(KEPT)
            .scheduler(Scheduler.systemScheduler())
            .build();
  }

  private static int weight(CacheKey asked, CachedResponse answer) {
    Buffer gzip = answer.gzip();
    String link = answer.link();
    return OVERHEAD
        + asked.prefix().length()
        + asked.target().length()
        + heapBytes(answer.body().length())
        + (gzip == null ? 0 : heapBytes(gzip.length()))
        + (link == null ? 0 : link.length());
  }

  /** What an array takes at most: the collector gives a large one regions of its own. */
  private static int heapBytes(int length) {
    return length < LARGE_ARRAY ? length : 2 * length;
  }

  /** The answer, null where it is not kept. */
  @Nullable CachedResponse find(CacheKey asked) {
    return kept.getIfPresent(asked);
  }

  /** A question that is not kept: what is found or given up is found or given up for all. */
  Pending pending(CacheKey asked) {
    Pending pending = computing.computeIfAbsent(asked, Pending::new);
    CachedResponse meanwhile = find(asked);
    if (meanwhile != null) {
      pending.end(Optional.of(meanwhile));
    }
    return pending;
  }

  /** Keeps what was answered; computed on the last entry of the question or on a later one. */
  void keep(CacheKey asked, CachedResponse answer) {
    kept.put(asked, answer);
    Pending pending = computing.get(asked);
    if (pending != null) {
      pending.end(Optional.of(answer));
    }
  }

  /** A question while it is not answered. One of those who ask it computes it; the others wait. */
  final class Pending {

    private final CacheKey asked;
    private final Set<Requester> candidates = new HashSet<>();

    private volatile boolean isRefused;

    /** Whether anybody computes it. */
    private final CompletableFuture<Void> isComputed = new CompletableFuture<>();

    private final CompletableFuture<Optional<CachedResponse>> answer =
        new CompletableFuture<Optional<CachedResponse>>()
            .completeOnTimeout(Optional.empty(), LONGEST_SECONDS, TimeUnit.SECONDS);

    private Pending(CacheKey asked) {
      this.asked = asked;
      answer.whenComplete((found, never) -> end(found));
    }

    /** Empty in the end where it came to nothing: then whoever waits asks again. */
    CompletableFuture<Optional<CachedResponse>> answer() {
      return answer;
    }

    /** Completes once somebody computes it, or nobody has to. */
    CompletableFuture<Void> isComputed() {
      return isComputed;
    }

    /**
     * Whether somebody is to try to compute it: nobody does, and no other request of the same
     * requester tries. Who tries says so by {@link #compute} or {@link #leave}.
     */
    synchronized boolean needs(Requester requester) {
      return !isComputed.isDone() && candidates.add(requester);
    }

    /** Whether it is the caller who computes it, and then keeps an answer or gives up. */
    boolean compute() {
      return isComputed.complete(null);
    }

    /**
     * Somebody who tried is not given a place to compute.
     *
     * @return whether somebody else computes it
     */
    boolean leave(Requester requester) {
      boolean isComputedByAnother = isComputed.isDone();
      boolean isLast;
      synchronized (this) {
        candidates.remove(requester);
        isLast = candidates.isEmpty();
      }
      if (isLast && !isComputedByAnother && isComputed.complete(null)) {
        giveUp();
      }
      return isComputedByAnother;
    }

    /** The question itself is refused, and so it is to everybody who asks it. */
    void refuse() {
      isRefused = true;
      giveUp();
    }

    boolean isRefused() {
      return isRefused;
    }

    /** It was not answered. */
    void giveUp() {
      end(Optional.empty());
    }

    private void end(Optional<CachedResponse> found) {
      // whoever waits may ask again at once, and must not find this one
      computing.remove(asked, this);
      isComputed.complete(null);
      answer.complete(found);
    }
  }

  /** Returns once what is beyond the bound is let go. */
  void settle() {
    kept.cleanUp();
  }

  /** How many are not answered now. */
  int computing() {
    return computing.size();
  }
}
