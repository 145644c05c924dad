package org.alliedregistry.releasability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One run: a script written into two registries, and everything asked of both on the way. */
final class RegistryComparison implements AutoCloseable {

  private static final int STEPS = 50;
  private static final int QUESTIONS_BETWEEN = 5;
  private static final int QUESTIONS_AT_THE_END = 150;

  private final RegistryPair registries;
  private final RandomWriter randomWriter;
  private final WriteScript script;
  private final RandomReader randomReader;
  private final FixedReads readSet;
  private final ReadOperations operations = new ReadOperations();
  private final List<WriteStep> steps = new ArrayList<>();

  private RegistryComparison(long seed, RestrictedCaller caller, Path dir) throws Exception {
    this.registries = RegistryPair.start(dir, caller);
    StatementTexts texts = new StatementTexts(new Random(seed));
    this.randomWriter = new RandomWriter(registries);
    this.script = new WriteScript(texts, caller, randomWriter);
    this.readSet = new FixedReads(texts, script);
    this.randomReader = new RandomReader(texts, script, randomWriter);
    randomWriter.readEvents(true);
  }

  static void run(long seed, RestrictedCaller caller, Path dir) throws Exception {
    try (RegistryComparison comparison = new RegistryComparison(seed, caller, dir)) {
      try {
        comparison.run();
      } catch (AssertionError e) {
        throw new AssertionError(e.getMessage() + comparison.story(seed, caller), e);
      }
    }
  }

  private String story(long seed, RestrictedCaller caller) {
    StringBuilder story =
        new StringBuilder("\n\nseed " + seed + ", asked by " + caller + ", after\n");
    steps.forEach(step -> story.append("  " + step + "\n"));
    return story.toString();
  }

  private void run() throws Exception {
    script.beginning().forEach(this::take);
    for (int i = 0; i < STEPS; i++) {
      take(script.next());
      ask(QUESTIONS_BETWEEN);
    }
    ask(QUESTIONS_AT_THE_END);
    readSet.everything().forEach(this::ask);
    checkStreamAndPollDuringHiddenWrites();
    wholeFeed();
    assertThat(steps.stream().filter(step -> !step.seen()).count())
        .as("hidden writes")
        .isGreaterThan(STEPS / 5);
    assertThat(operations.missing()).as("operations of the contract not answered").isEmpty();
  }

  /** Writes. After a hidden write, every answer to the caller has the same bytes as before. */
  private void take(WriteStep step) {
    steps.add(step);
    List<PairedRequest> request = step.seen() ? List.of() : readSet.sample();
    List<String> before = request.stream().map(this::bytes).toList();
    randomWriter.readEvents(true);
    step.act().run();
    randomWriter.readEvents(step.seen());
    for (int i = 0; i < request.size(); i++) {
      assertThat(bytes(request.get(i)))
          .as("after a hidden write: %s", request.get(i))
          .isEqualTo(before.get(i));
    }
  }

  private String bytes(PairedRequest request) {
    return registries.with.caller().send(request).butDate();
  }

  private void ask(int count) {
    for (int i = 0; i < count; i++) {
      ask(randomReader.next());
    }
  }

  private RawAnswer ask(PairedRequest request) {
    RawAnswer answer = registries.ask(request);
    operations.answered(request, answer.code());
    randomReader.remember(request, answer);
    if (request.method().equals("HEAD")) {
      RawAnswer whole = ask(request.by("GET"));
      assertThat(whole.headers()).as("%s", request).containsAll(answer.comparedHeaders());
      assertThat(answer.header("Content-Length"))
          .isIn(Optional.empty(), whole.header("Content-Length"));
    }
    return answer;
  }

  /** An open stream and a waiting poll get no hidden writes, and do not wake for them. */
  private void checkStreamAndPollDuringHiddenWrites() throws Exception {
    String last = lastEvent();
    PairedRequest poll = PairedRequest.get("/v1/ledger?after=" + last + "&wait=2");
    try (OpenStream stream = OpenStream.after(last, registries.with.caller());
        WaitingPolls polls = WaitingPolls.start(poll, registries)) {
      operations.answered(PairedRequest.get("/v1/ledger/stream"), 200);
      while (!polls.areAnswered()) {
        take(script.next(false));
        PairedRequest next = randomReader.next();
        if (!next.writes()) {
          ask(next);
        }
        assertThat(stream.unread()).as("hidden writes in the stream").isEmpty();
      }
      polls.compare();
      take(script.next(true));
      RawAnswer next = ask(PairedRequest.get("/v1/ledger?limit=1&after=" + last));
      String id = next.body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
      assertThat(stream.readPast("id:" + id)).as("the first event of the stream").startsWith("id:");
    }
  }

  private String lastEvent() {
    String last = "";
    for (String page = "/v1/ledger?limit=7"; ; ) {
      RawAnswer answer = ask(PairedRequest.get(page));
      page = answer.body().replaceFirst("(?s).*\"next\":\"([^\"]+)\".*", "$1");
      if (answer.body().startsWith("{\"items\":[]")) {
        return last;
      }
      last = page.replaceFirst(".*after=([^&]+).*", "$1");
    }
  }

  /** The stream from its beginning is the same. */
  private void wholeFeed() throws Exception {
    String last = lastEvent();
    PairedRequest request = PairedRequest.get("/v1/ledger/stream");
    try (OpenStream here = OpenStream.from(registries.with.caller());
        OpenStream there = OpenStream.from(registries.without.caller())) {
      String end = registries.idMapping.translate(last);
      registries.compare(
          request,
          new RawAnswer(here.head(), List.of(), here.readPast("id:" + last) + here.unread()),
          request,
          new RawAnswer(there.head(), List.of(), there.readPast("id:" + end) + there.unread()));
    }
  }

  @Override
  public void close() {
    registries.close();
  }
}
