package org.alliedregistry.hidden;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.alliedregistry.support.OverHttp;
import org.jspecify.annotations.Nullable;

/** What the secretariat writes, made up from a seed, step by step. */
final class Script {

  static final String BASELINE = "script-force";

  private final Phrases phrases;
  private final Caller caller;
  private final Scribe scribe;
  private int number;

  final List<Promise> promises = new ArrayList<>();
  final ConditionScript onConditions;

  private final List<Supplier<@Nullable Step>> kinds;

  Script(Phrases phrases, Caller caller, Scribe scribe) {
    this.phrases = phrases;
    this.caller = caller;
    this.scribe = scribe;
    this.onConditions = new ConditionScript(phrases, caller, scribe);
    this.kinds =
        List.of(
            this::open,
            this::open,
            this::append,
            this::append,
            this::append,
            this::correct,
            this::correct,
            this::correct,
            this::correct,
            this::publish,
            this::nothingSaid,
            this::version,
            this::moved,
            this::moved,
            onConditions::say,
            onConditions::say,
            onConditions::correct,
            this::baseline);
  }

  /** What there is to ask of in every run. */
  List<Step> beginning() {
    Step said = onConditions.say();
    while (!said.seen()) {
      said = onConditions.say();
    }
    return List.of(baseline(), said);
  }

  Step next() {
    Step step = null;
    while (step == null) {
      step = phrases.pick(kinds).get();
    }
    return step;
  }

  /** The next that is hidden from the caller, or the next that is not. */
  Step next(boolean seen) {
    Step step = next();
    while (step.seen() != seen) {
      step = next();
    }
    return step;
  }

  private Step open() {
    ObjectNode identity = phrases.identity();
    List<Promise> wholes = promises.stream().filter(p -> p.partOf == null).toList();
    Promise whole = wholes.isEmpty() || !phrases.chance(35) ? null : phrases.pick(wholes);
    if (whole != null) {
      identity.put("capability", whole.capability);
      identity.put("purpose", whole.identity.get("purpose").asText());
    }
    Promise promise = new Promise(identity, whole);
    Word first = word(promise, phrases.released(), null);
    return new Step(
        "open " + identity + " with " + first.body(),
        first.seen,
        () -> {
          scribe.open(promise, first);
          promises.add(promise);
          promise.remember(first);
        });
  }

  private @Nullable Step append() {
    Promise promise = anyPromise();
    return promise == null ? null : said(promise, word(promise, phrases.released(), null));
  }

  /** Another content for what was said, for whom it was or for others. */
  private @Nullable Step correct() {
    Promise promise = anyPromise();
    Word target = promise == null ? null : phrases.uncorrected(promise.said);
    String releasability = phrases.chance(30) ? null : phrases.released();
    return target == null ? null : said(promise, word(promise, releasability, target));
  }

  /** The same for more to see. */
  private @Nullable Step publish() {
    Promise promise = anyPromise();
    Word target = promise == null ? null : phrases.uncorrected(promise.said);
    if (target == null || target.isVoid() || target.releasability().equals("PUBLIC")) {
      return null;
    }
    String wider = Word.LEVELS.get(Word.LEVELS.indexOf(target.releasability()) - 1);
    ObjectNode body = target.content().put("releasability", wider);
    body.remove("lifts");
    if (!body.has("position") && (promise.isNewTo(wider) || target.stands())) {
      return null;
    }
    return said(promise, heard(promise, body, target));
  }

  /** There was no such statement; nobody hears so who has not heard it. */
  private @Nullable Step nothingSaid() {
    Promise promise = anyPromise();
    Word target = promise == null ? null : phrases.uncorrected(promise.said);
    if (target == null || target.isVoid()) {
      return null;
    }
    return said(promise, heard(promise, phrases.nothing(), target));
  }

  private Word word(Promise promise, @Nullable String releasability, @Nullable Word target) {
    String effective =
        releasability != null ? releasability : target == null ? "PUBLIC" : target.releasability();
    Set<String> liftable = new TreeSet<>(Phrases.CONDITIONS);
    liftable.addAll(effective.equals("ALLIES_ONLY") ? promise.caveats : promise.publicCaveats);
    boolean stands = promise.isNewTo(effective) || (target != null && target.stands());
    ObjectNode body = phrases.statement(promise.capability, stands, liftable);
    if (target != null && phrases.chance(50)) {
      body.remove(List.of("saidOn", "evidence", "source"));
    }
    if (releasability != null) {
      body.put("releasability", releasability);
    }
    return heard(promise, body, target);
  }

  private Word heard(Promise promise, ObjectNode body, @Nullable Word target) {
    return new Word("", body, target, caller, promise.allies);
  }

  private @Nullable Step said(Promise promise, Word word) {
    if (word.seen && promise.sealed) {
      return null;
    }
    return new Step(
        "say of " + promise.id + " " + word.body(),
        word.seen,
        () -> {
          scribe.append(promise, word);
          promise.remember(word);
        });
  }

  private @Nullable Step version() {
    Promise promise = anyPromise();
    if (promise == null) {
      return null;
    }
    ObjectNode identity = phrases.version(promise.identity);
    return new Step(
        "describe " + promise.id + " as " + identity,
        promise.seen,
        () -> {
          promise.identity = identity;
          scribe.version(promise, promise.seen);
        });
  }

  /** Into another whole, or out of one; seen only if one of the two wholes is. */
  private @Nullable Step moved() {
    Promise promise = anyPromise();
    if (promise == null || promises.stream().anyMatch(p -> p.partOf == promise)) {
      return null;
    }
    List<Promise> wholes =
        promises.stream()
            .filter(
                p -> p != promise && p.partOf == null && p.capability.equals(promise.capability))
            .filter(p -> p.identity.get("purpose").equals(promise.identity.get("purpose")))
            .toList();
    Promise before = promise.partOf;
    Promise whole = wholes.isEmpty() || phrases.chance(30) ? null : phrases.pick(wholes);
    if (whole == before) {
      return null;
    }
    Promise seenBefore = before != null && before.seen ? before : null;
    Promise seenAfter = whole != null && whole.seen ? whole : null;
    boolean seen = promise.seen && seenBefore != seenAfter;
    return new Step(
        "move " + promise.id + " into " + (whole == null ? "none" : whole.id),
        seen,
        () -> {
          promise.partOf = whole;
          promise.sealWhole();
          scribe.version(promise, seen);
        });
  }

  private Step baseline() {
    int brigades = 1 + number++;
    ObjectNode body =
        OverHttp.baselineBody(
            "{code: 'LAND', title: 'Brigades', capability: 'LAND_FORCES', required: {amount: "
                + brigades
                + ", unit: 'brigade'}, purposes: ['GUARANTEE_FORCE']}");
    return new Step(
        "require " + brigades + " brigades",
        true,
        () -> scribe.put("/v1/baselines/" + BASELINE, body));
  }

  private @Nullable Promise anyPromise() {
    return promises.isEmpty() ? null : phrases.pick(promises);
  }
}
