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
 * The cache of answers, limited by their total size in bytes. It also knows the answers that are
 * being computed, so that a request for one of these waits for it.
 */
final class CachedResponses {

  /**
   * Everything that an answer depends on.
   *
   * @param prefix the prefix of the path that a proxy removed; empty if there is none
   * @param target the path and the query without the prefix
   */
  record CacheKey(
      Audience audience, String revision, LocalDate day, String prefix, String target) {}

  /**
   * A cached answer. The body is sent without a copy, because a copy took a third of the memory of
   * a reader.
   *
   * @param type the media type of the body
   * @param gzip the compressed body; null until a request needs it
   * @param tag the entity tag of the uncompressed body
   */
  record CachedResponse(
      String type, Buffer body, @Nullable Buffer gzip, String tag, @Nullable String link) {

    static CachedResponse of(String type, byte[] body, String tag, @Nullable String link) {
      return new CachedResponse(type, Buffer.buffer(body), null, tag, link);
    }

    /** The coding for a caller. */
    Coding coding(@Nullable String accepted) {
      return Coding.of(body.length(), accepted);
    }

    /** The bytes in a coding; null if they are not made yet. */
    @Nullable Buffer in(Coding coding) {
      return coding == Coding.GZIP ? gzip : body;
    }

    /** The cached bytes in a coding. They are not copied, so the caller must not change them. */
    byte[] bytes(Coding coding) {
      ByteBuf cached = ((BufferImpl) Objects.requireNonNull(in(coding))).byteBuf();
      return cached.hasArray() && cached.array().length == cached.readableBytes()
          ? cached.array()
          : ByteBufUtil.getBytes(cached);
    }

    /** Adds the bytes in a coding. */
    CachedResponse with(Coding coding) {
      return in(coding) != null
          ? this
          : new CachedResponse(
              type, body, Buffer.buffer(Coding.gzip(bytes(Coding.IDENTITY))), tag, link);
    }
  }

  /** Answers to longer URLs are not cached, because these are seldom requested twice. */
  static final int LONGEST_TARGET = 512;

  /** The memory of an entry in bytes, besides its body and its URL, as measured. */
  static final int OVERHEAD = 1_000;

  /** Half of the smallest heap region of the G1 collector, in bytes. */
  private static final int LARGE_ARRAY = (1 << 20) / 2 - 16;

  /** The time since the computation. Recording each use would cost more than computing again. */
  private static final Duration CACHED_FOR = Duration.ofMinutes(10);

  /** Longer than any computation, so that a lost computation does not block requests for ever. */
  private static final int LONGEST_SECONDS = 30;

  private final Cache<CacheKey, CachedResponse> answers;
  private final ConcurrentMap<CacheKey, Pending> computing = new ConcurrentHashMap<>();

  /**
   * @param mostBytes the maximum size of all entries together
   */
  CachedResponses(long mostBytes) {
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher(CachedResponses::weight)
            .expireAfterWrite(CACHED_FOR)
            .scheduler(Scheduler.systemScheduler())
            .build();
  }

  private static int weight(CacheKey key, CachedResponse answer) {
    Buffer gzip = answer.gzip();
    String link = answer.link();
    return OVERHEAD
        + key.prefix().length()
        + key.target().length()
        + heapBytes(answer.body().length())
        + (gzip == null ? 0 : heapBytes(gzip.length()))
        + (link == null ? 0 : link.length());
  }

  /** The memory of an array at most. The collector gives a large one whole regions. */
  private static int heapBytes(int length) {
    return length < LARGE_ARRAY ? length : 2 * length;
  }

  /** The cached answer; null if there is none. */
  @Nullable CachedResponse find(CacheKey key) {
    return answers.getIfPresent(key);
  }

  /** The pending computation of an answer that is not cached, shared by all requests for it. */
  Pending pending(CacheKey key) {
    Pending pending = computing.computeIfAbsent(key, Pending::new);
    CachedResponse meanwhile = find(key);
    if (meanwhile != null) {
      pending.end(Optional.of(meanwhile));
    }
    return pending;
  }

  /** Caches an answer, which was computed on the revision of the key or on a later one. */
  void put(CacheKey key, CachedResponse answer) {
    answers.put(key, answer);
    Pending pending = computing.get(key);
    if (pending != null) {
      pending.end(Optional.of(answer));
    }
  }

  /** The computation of an answer. One of the requests for it computes it; the others wait. */
  final class Pending {

    private final CacheKey key;
    private final Set<Requester> candidates = new HashSet<>();

    private volatile boolean isRefused;

    /** Whether a request computes it. */
    private final CompletableFuture<Void> isComputed = new CompletableFuture<>();

    private final CompletableFuture<Optional<CachedResponse>> answer =
        new CompletableFuture<Optional<CachedResponse>>()
            .completeOnTimeout(Optional.empty(), LONGEST_SECONDS, TimeUnit.SECONDS);

    private Pending(CacheKey key) {
      this.key = key;
      answer.whenComplete((found, never) -> end(found));
    }

    /** Completes with the answer, or empty if the computation failed; then requests try again. */
    CompletableFuture<Optional<CachedResponse>> answer() {
      return answer;
    }

    /** Completes when a request computes it, or none has to. */
    CompletableFuture<Void> isComputed() {
      return isComputed;
    }

    /**
     * Adds a request to those that try to compute the answer: if no request computes it, and no
     * other request of the requester tries. A request that tries calls {@link #claim} or {@link
     * #leave}.
     */
    synchronized boolean tryJoin(Requester requester) {
      return !isComputed.isDone() && candidates.add(requester);
    }

    /** Claims the computation. False if another request has it. The claimant caches or gives up. */
    boolean claim() {
      return isComputed.complete(null);
    }

    /**
     * Ends the attempt of a request that got no permit.
     *
     * @return whether another request computes the answer
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

    /**
     * Marks the question as refused. Every request for it is then refused by its own computation.
     */
    void refuse() {
      isRefused = true;
      giveUp();
    }

    boolean isRefused() {
      return isRefused;
    }

    /** Ends the computation without an answer. */
    void giveUp() {
      end(Optional.empty());
    }

    private void end(Optional<CachedResponse> found) {
      // remove it first, because a waiting request may try again at once
      computing.remove(key, this);
      isComputed.complete(null);
      answer.complete(found);
    }
  }

  /** Removes the entries beyond the limit, and returns when they are removed. */
  void settle() {
    answers.cleanUp();
  }

  /** The number of pending computations. */
  int computing() {
    return computing.size();
  }
}
