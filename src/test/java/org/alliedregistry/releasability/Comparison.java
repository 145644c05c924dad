package org.alliedregistry.releasability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One run: a script written into two registries, and everything asked of both on the way. */
final class Comparison implements AutoCloseable {

  private static final int STEPS = 50;
  private static final int QUESTIONS_BETWEEN = 5;
  private static final int QUESTIONS_AT_THE_END = 150;

  private final RegistryPair registries;
  private final RandomWriter randomWriter;
  private final WriteScript script;
  private final RandomReader randomReader;
  private final ReadSet readSet;
  private final ReadOperations operations = new ReadOperations();
  private final List<WriteStep> steps = new ArrayList<>();

  private Comparison(long seed, RestrictedCaller caller, Path dir) throws Exception {
    this.registries = RegistryPair.start(dir, caller);
    StatementTexts texts = new StatementTexts(new Random(seed));
    this.randomWriter = new RandomWriter(registries);
    this.script = new WriteScript(texts, caller, randomWriter);
    this.readSet = new ReadSet(texts, script);
    this.randomReader = new RandomReader(texts, script, randomWriter);
    randomWriter.tellEvents(true);
  }

  static void run(long seed, RestrictedCaller caller, Path dir) throws Exception {
    try (Comparison comparison = new Comparison(seed, caller, dir)) {
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
    nothingIsHeardOfWhatIsHidden();
    wholeFeed();
    assertThat(steps.stream().filter(step -> !step.seen()).count())
        .as("hidden writes")
        .isGreaterThan(STEPS / 5);
    assertThat(operations.missing()).as("operations of the contract not answered").isEmpty();
  }

  /** Writes; where the caller may not know, everything it can ask is as it was, to the byte. */
  private void take(WriteStep step) {
    steps.add(step);
    List<PairedRequest> asked = step.seen() ? List.of() : readSet.sample();
    List<String> before = asked.stream().map(this::bytes).toList();
    randomWriter.tellEvents(true);
    step.act().run();
    randomWriter.tellEvents(step.seen());
    for (int i = 0; i < asked.size(); i++) {
      assertThat(bytes(asked.get(i)))
          .as("after a hidden write: %s", asked.get(i))
          .isEqualTo(before.get(i));
    }
  }

  private String bytes(PairedRequest asked) {
    return registries.with.caller().send(asked).butDate();
  }

  private void ask(int count) {
    for (int i = 0; i < count; i++) {
      ask(randomReader.next());
    }
  }

  private RawAnswer ask(PairedRequest asked) {
    RawAnswer heard = registries.ask(asked);
    operations.answered(asked, heard.code());
    randomReader.heard(asked, heard);
    if (asked.method().equals("HEAD")) {
      RawAnswer whole = ask(asked.by("GET"));
      assertThat(whole.headers()).as("%s", asked).containsAll(heard.telling());
      assertThat(heard.header("Content-Length"))
          .isIn(Optional.empty(), whole.header("Content-Length"));
    }
    return heard;
  }

  /** An open stream and a waiting poll neither hear of hidden writes nor wake at them. */
  private void nothingIsHeardOfWhatIsHidden() throws Exception {
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
        assertThat(stream.unread()).as("heard by a stream of hidden writes").isEmpty();
      }
      polls.compare();
      take(script.next(true));
      RawAnswer next = ask(PairedRequest.get("/v1/ledger?limit=1&after=" + last));
      String id = next.body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
      assertThat(stream.readPast("id:" + id)).as("the first event heard").startsWith("id:");
    }
  }

  private String lastEvent() {
    String last = "";
    for (String page = "/v1/ledger?limit=7"; ; ) {
      RawAnswer heard = ask(PairedRequest.get(page));
      page = heard.body().replaceFirst("(?s).*\"next\":\"([^\"]+)\".*", "$1");
      if (heard.body().startsWith("{\"items\":[]")) {
        return last;
      }
      last = page.replaceFirst(".*after=([^&]+).*", "$1");
    }
  }

  /** The stream from its beginning is the same. */
  private void wholeFeed() throws Exception {
    String last = lastEvent();
    PairedRequest asked = PairedRequest.get("/v1/ledger/stream");
    try (OpenStream here = OpenStream.from(registries.with.caller());
        OpenStream there = OpenStream.from(registries.without.caller())) {
      String end = registries.idMapping.translate(last);
      registries.compare(
          asked,
          new RawAnswer(here.head(), List.of(), here.readPast("id:" + last) + here.unread()),
          asked,
          new RawAnswer(there.head(), List.of(), there.readPast("id:" + end) + there.unread()));
    }
  }

  @Override
  public void close() {
    registries.close();
  }
}
