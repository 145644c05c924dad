package org.alliedregistry.releasability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.alliedregistry.support.HttpFixtures;
import org.jspecify.annotations.Nullable;

/** What the secretariat writes, made up from a seed, step by step. */
final class WriteScript {

  static final String BASELINE = "script-force";

  private final StatementTexts texts;
  private final RestrictedCaller caller;
  private final RandomWriter randomWriter;
  private int number;

  final List<RandomPledge> promises = new ArrayList<>();
  final ConditionScript onConditions;
  final DeclarationScript onDeclarations;

  private final List<Supplier<@Nullable WriteStep>> kinds;

  WriteScript(StatementTexts texts, RestrictedCaller caller, RandomWriter randomWriter) {
    this.texts = texts;
    this.caller = caller;
    this.randomWriter = randomWriter;
    this.onConditions = new ConditionScript(texts, caller, randomWriter);
    this.onDeclarations = new DeclarationScript(texts, caller, randomWriter);
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
            this::voidStatement,
            this::version,
            this::moved,
            this::moved,
            onConditions::say,
            onConditions::say,
            onConditions::correct,
            onDeclarations::open,
            onDeclarations::say,
            onDeclarations::say,
            onDeclarations::correct,
            onDeclarations::correct,
            this::baseline);
  }

  /** What there is to ask of in every run. */
  List<WriteStep> beginning() {
    WriteStep statement = onConditions.say();
    while (!statement.seen()) {
      statement = onConditions.say();
    }
    return List.of(baseline(), statement);
  }

  WriteStep next() {
    WriteStep step = null;
    while (step == null) {
      step = texts.pick(kinds).get();
    }
    return step;
  }

  /** The next that is hidden from the caller, or the next that is not. */
  WriteStep next(boolean seen) {
    WriteStep step = next();
    while (step.seen() != seen) {
      step = next();
    }
    return step;
  }

  private WriteStep open() {
    ObjectNode identity = texts.identity();
    List<RandomPledge> wholes = promises.stream().filter(p -> p.partOf == null).toList();
    RandomPledge whole = wholes.isEmpty() || !texts.chance(35) ? null : texts.pick(wholes);
    if (whole != null) {
      identity.put("capability", whole.capability);
      identity.put("purpose", whole.identity.get("purpose").asText());
    }
    RandomPledge promise = new RandomPledge(identity, whole);
    RandomStatement first = newStatement(promise, texts.released(), null);
    return new WriteStep(
        "open " + identity + " with " + first.body(),
        first.seen,
        () -> {
          randomWriter.open(promise, first);
          promises.add(promise);
          promise.remember(first);
        });
  }

  private @Nullable WriteStep append() {
    RandomPledge promise = anyPromise();
    return promise == null ? null : append(promise, newStatement(promise, texts.released(), null));
  }

  /** Another content for what was said, for whom it was or for others. */
  private @Nullable WriteStep correct() {
    RandomPledge promise = anyPromise();
    RandomStatement target = promise == null ? null : texts.uncorrected(promise.statements);
    String releasability = texts.chance(30) ? null : texts.released();
    return target == null ? null : append(promise, newStatement(promise, releasability, target));
  }

  /** The same for more to see. */
  private @Nullable WriteStep publish() {
    RandomPledge promise = anyPromise();
    RandomStatement target = promise == null ? null : texts.uncorrected(promise.statements);
    if (target == null || target.isVoid() || target.releasability().equals("PUBLIC")) {
      return null;
    }
    String wider =
        RandomStatement.LEVELS.get(RandomStatement.LEVELS.indexOf(target.releasability()) - 1);
    ObjectNode body = target.content().put("releasability", wider);
    body.remove("lifts");
    if (!body.has("position") && (promise.isNewTo(wider) || target.stands())) {
      return null;
    }
    return append(promise, statement(promise, body, target));
  }

  /** Voids a statement. Callers that did not see it do not see that either. */
  private @Nullable WriteStep voidStatement() {
    RandomPledge promise = anyPromise();
    RandomStatement target = promise == null ? null : texts.uncorrected(promise.statements);
    if (target == null || target.isVoid()) {
      return null;
    }
    return append(promise, statement(promise, texts.nothing(), target));
  }

  private RandomStatement newStatement(
      RandomPledge promise, @Nullable String releasability, @Nullable RandomStatement target) {
    String effective =
        releasability != null ? releasability : target == null ? "PUBLIC" : target.releasability();
    Set<String> liftable = new TreeSet<>(StatementTexts.CONDITIONS);
    liftable.addAll(effective.equals("ALLIES_ONLY") ? promise.caveats : promise.publicCaveats);
    boolean stands = promise.isNewTo(effective) || (target != null && target.stands());
    ObjectNode body = texts.statement(promise.capability, stands, liftable);
    if (target != null && texts.chance(50)) {
      body.remove(List.of("saidOn", "evidence", "source"));
    }
    if (releasability != null) {
      body.put("releasability", releasability);
    }
    return statement(promise, body, target);
  }

  private RandomStatement statement(
      RandomPledge promise, ObjectNode body, @Nullable RandomStatement target) {
    return new RandomStatement("", body, target, caller, promise.allies);
  }

  private @Nullable WriteStep append(RandomPledge promise, RandomStatement statement) {
    if (statement.seen && promise.sealed) {
      return null;
    }
    return new WriteStep(
        "say of " + promise.id + " " + statement.body(),
        statement.seen,
        () -> {
          randomWriter.append(promise, statement);
          promise.remember(statement);
        });
  }

  private @Nullable WriteStep version() {
    RandomPledge promise = anyPromise();
    if (promise == null) {
      return null;
    }
    ObjectNode identity = texts.version(promise.identity);
    return new WriteStep(
        "describe " + promise.id + " as " + identity,
        promise.seen,
        () -> {
          promise.identity = identity;
          randomWriter.version(promise, promise.seen);
        });
  }

  /** Into another whole, or out of one; seen only if one of the two wholes is. */
  private @Nullable WriteStep moved() {
    RandomPledge promise = anyPromise();
    if (promise == null || promises.stream().anyMatch(p -> p.partOf == promise)) {
      return null;
    }
    List<RandomPledge> wholes =
        promises.stream()
            .filter(
                p -> p != promise && p.partOf == null && p.capability.equals(promise.capability))
            .filter(p -> p.identity.get("purpose").equals(promise.identity.get("purpose")))
            .toList();
    RandomPledge before = promise.partOf;
    RandomPledge whole = wholes.isEmpty() || texts.chance(30) ? null : texts.pick(wholes);
    if (whole == before) {
      return null;
    }
    RandomPledge seenBefore = before != null && before.seen ? before : null;
    RandomPledge seenAfter = whole != null && whole.seen ? whole : null;
    boolean seen = promise.seen && seenBefore != seenAfter;
    return new WriteStep(
        "move " + promise.id + " into " + (whole == null ? "none" : whole.id),
        seen,
        () -> {
          promise.partOf = whole;
          promise.sealWhole();
          randomWriter.version(promise, seen);
        });
  }

  private WriteStep baseline() {
    int brigades = 1 + number++;
    ObjectNode body =
        HttpFixtures.baselineBody(
            "{code: 'LAND', title: 'Brigades', capability: 'LAND_FORCES', required: {amount: "
                + brigades
                + ", unit: 'brigade'}, purposes: ['GUARANTEE_FORCE']}, {code: 'BACKED', title: 'Backed',"
                + " milestone: 'US_BACKSTOP'}");
    return new WriteStep(
        "require " + brigades + " brigades",
        true,
        () -> randomWriter.put("/v1/baselines/" + BASELINE, body));
  }

  private @Nullable RandomPledge anyPromise() {
    return promises.isEmpty() ? null : texts.pick(promises);
  }
}
