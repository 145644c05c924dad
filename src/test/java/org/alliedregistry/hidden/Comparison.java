package org.alliedregistry.hidden;

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

  private final Registries registries;
  private final Scribe scribe;
  private final Script script;
  private final Questioner questioner;
  private final Panel panel;
  private final Operations operations = new Operations();
  private final List<Step> steps = new ArrayList<>();

  private Comparison(long seed, Caller caller, Path dir) throws Exception {
    this.registries = Registries.start(dir, caller);
    Phrases phrases = new Phrases(new Random(seed));
    this.scribe = new Scribe(registries);
    this.script = new Script(phrases, caller, scribe);
    this.panel = new Panel(phrases, script);
    this.questioner = new Questioner(phrases, script, scribe);
    scribe.tellEvents(true);
  }

  static void run(long seed, Caller caller, Path dir) throws Exception {
    try (Comparison comparison = new Comparison(seed, caller, dir)) {
      try {
        comparison.run();
      } catch (AssertionError e) {
        throw new AssertionError(e.getMessage() + comparison.story(seed, caller), e);
      }
    }
  }

  private String story(long seed, Caller caller) {
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
    panel.everything().forEach(this::ask);
    nothingIsHeardOfWhatIsHidden();
    wholeFeed();
    assertThat(steps.stream().filter(step -> !step.seen()).count())
        .as("hidden writes")
        .isGreaterThan(STEPS / 5);
    assertThat(operations.missing()).as("operations of the contract not answered").isEmpty();
  }

  /** Writes; where the caller may not know, everything it can ask is as it was, to the byte. */
  private void take(Step step) {
    steps.add(step);
    List<Asked> asked = step.seen() ? List.of() : panel.sample();
    List<String> before = asked.stream().map(this::bytes).toList();
    scribe.tellEvents(true);
    step.act().run();
    scribe.tellEvents(step.seen());
    for (int i = 0; i < asked.size(); i++) {
      assertThat(bytes(asked.get(i)))
          .as("after a hidden write: %s", asked.get(i))
          .isEqualTo(before.get(i));
    }
  }

  private String bytes(Asked asked) {
    return registries.with.caller().send(asked).butDate();
  }

  private void ask(int count) {
    for (int i = 0; i < count; i++) {
      ask(questioner.next());
    }
  }

  private Heard ask(Asked asked) {
    Heard heard = registries.ask(asked);
    operations.answered(asked, heard.code());
    questioner.heard(asked, heard);
    if (asked.method().equals("HEAD")) {
      Heard whole = ask(asked.by("GET"));
      assertThat(whole.headers()).as("%s", asked).containsAll(heard.telling());
      assertThat(heard.header("Content-Length"))
          .isIn(Optional.empty(), whole.header("Content-Length"));
    }
    return heard;
  }

  /** An open stream and a waiting poll neither hear of hidden writes nor wake at them. */
  private void nothingIsHeardOfWhatIsHidden() throws Exception {
    String last = lastEvent();
    Asked poll = Asked.get("/v1/ledger?after=" + last + "&wait=2");
    try (OpenStream stream = OpenStream.after(last, registries.with.caller());
        WaitingPolls polls = WaitingPolls.start(poll, registries)) {
      operations.answered(Asked.get("/v1/ledger/stream"), 200);
      while (!polls.areAnswered()) {
        take(script.next(false));
        Asked next = questioner.next();
        if (!next.writes()) {
          ask(next);
        }
        assertThat(stream.unread()).as("heard by a stream of hidden writes").isEmpty();
      }
      polls.compare();
      take(script.next(true));
      Heard next = ask(Asked.get("/v1/ledger?limit=1&after=" + last));
      String id = next.body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
      assertThat(stream.readPast("id:" + id)).as("the first event heard").startsWith("id:");
    }
  }

  private String lastEvent() {
    String last = "";
    for (String page = "/v1/ledger?limit=7"; ; ) {
      Heard heard = ask(Asked.get(page));
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
    Asked asked = Asked.get("/v1/ledger/stream");
    try (OpenStream here = OpenStream.from(registries.with.caller());
        OpenStream there = OpenStream.from(registries.without.caller())) {
      String end = registries.partners.translate(last);
      registries.compare(
          asked,
          new Heard(here.head(), List.of(), here.readPast("id:" + last) + here.unread()),
          asked,
          new Heard(there.head(), List.of(), there.readPast("id:" + end) + there.unread()));
    }
  }

  @Override
  public void close() {
    registries.close();
  }
}
