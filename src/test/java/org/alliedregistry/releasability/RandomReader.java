package org.alliedregistry.releasability;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Asks at random whatever the contract lets one ask, and what it does not. */
final class RandomReader {

  private final StatementTexts texts;
  private final WriteScript script;
  private final RandomWriter randomWriter;
  private final RandomParameters parameters;

  private final EarlierAnswers earlier = new EarlierAnswers();

  private final List<Supplier<PairedRequest>> kinds =
      List.of(
          this::coverage,
          this::coverage,
          this::throughTime,
          this::throughTime,
          this::changes,
          this::changes,
          this::positions,
          this::reconciliation,
          this::pledges,
          this::pledges,
          this::pledges,
          this::pledge,
          this::pledge,
          this::history,
          this::statements,
          this::statements,
          this::statement,
          this::statement,
          this::condition,
          this::onCondition,
          this::onCondition,
          this::declaration,
          this::declaration,
          this::reference,
          this::feed,
          this::feed,
          this::whatIf,
          this::whatIf,
          this::whatIf,
          this::again,
          this::again,
          this::nextPage,
          this::nextPage,
          this::write,
          this::write,
          this::write,
          this::write,
          this::otherVerb,
          this::misspelt,
          this::forTheSecretariat);

  RandomReader(StatementTexts texts, WriteScript script, RandomWriter randomWriter) {
    this.texts = texts;
    this.script = script;
    this.randomWriter = randomWriter;
    this.parameters = new RandomParameters(texts, script, randomWriter);
  }

  PairedRequest next() {
    return texts.pick(kinds).get();
  }

  /** Keeps what later questions are made of. */
  void remember(PairedRequest request, RawAnswer answer) {
    earlier.keep(request, answer);
  }

  private PairedRequest coverage() {
    String path = texts.pick(List.of("/v1/coverage", "/v1/coverage", "/v1/coverage/marginals"));
    return PairedRequest.get(
        parameters
            .question()
            .with(25, "availableOn", texts::day)
            .with(path.endsWith("marginals") ? 0 : 60, "explain", () -> "true")
            .on(path));
  }

  private PairedRequest throughTime() {
    return PairedRequest.get(
        texts.chance(50)
            ? parameters.span().with(15, "availableOn", texts::day).on("/v1/coverage/history")
            : parameters.spanOfOneDay().on("/v1/coverage/timeline"));
  }

  private PairedRequest changes() {
    return PairedRequest.get(
        parameters.changes().with(15, "availableOn", texts::day).on("/v1/coverage/changes"));
  }

  private PairedRequest positions() {
    return PairedRequest.get(parameters.positions().on("/v1/positions"));
  }

  private PairedRequest reconciliation() {
    return PairedRequest.get(parameters.reconciliation().on("/v1/reconciliation"));
  }

  private PairedRequest pledges() {
    return PairedRequest.get(parameters.filters().on("/v1/pledges"));
  }

  private PairedRequest pledge() {
    return PairedRequest.get(
        parameters
            .view()
            .with(20, "baseline", () -> WriteScript.BASELINE)
            .on("/v1/pledges/" + parameters.pledge()));
  }

  private PairedRequest history() {
    return PairedRequest.get(
        parameters.list().on("/v1/pledges/" + parameters.pledge() + "/statements"));
  }

  private PairedRequest statements() {
    return PairedRequest.get(parameters.statements().on("/v1/statements"));
  }

  private PairedRequest statement() {
    String pledge = parameters.pledge();
    return PairedRequest.get(
        parameters
            .view()
            .on("/v1/pledges/" + pledge + "/statements/" + parameters.statement(pledge)));
  }

  private PairedRequest condition() {
    return PairedRequest.get(
        texts.chance(50)
            ? parameters.list().on("/v1/conditions")
            : parameters.view().on("/v1/conditions/" + texts.pick(StatementTexts.CONDITIONS)));
  }

  private PairedRequest onCondition() {
    return PairedRequest.get(
        script.onConditions.statements.isEmpty() || texts.chance(40)
            ? parameters
                .list()
                .on("/v1/conditions/" + texts.pick(StatementTexts.CONDITIONS) + "/statements")
            : parameters.view().on(texts.pick(script.onConditions.statements).path()));
  }

  private PairedRequest declaration() {
    return PairedRequest.get(
        texts.pick(
            List.of(
                parameters.list().on("/v1/declarations"),
                parameters.view().on(parameters.declaration()),
                parameters.list().on(parameters.declaration() + "/statements"),
                parameters.view().on(parameters.onDeclaration()))));
  }

  /** Allies, capabilities, baselines, programmes and kinds of failure. */
  private PairedRequest reference() {
    return PairedRequest.get(
        texts.pick(
            List.of(
                parameters.list().on("/v1/allies"),
                parameters.view().on("/v1/allies/" + texts.pick(StatementTexts.ALLIES)),
                parameters.list().on("/v1/capabilities"),
                parameters.view().on("/v1/capabilities/" + texts.pick(StatementTexts.CAPABILITIES)),
                parameters.list().on("/v1/baselines"),
                parameters.list().on("/v1/programmes"),
                parameters.view().on("/v1/programmes/PURL"),
                parameters
                    .view()
                    .with(40, "version", () -> texts.pick(List.of("1", "2", "3")))
                    .on("/v1/baselines/" + WriteScript.BASELINE),
                "/v1/problems/" + texts.pick(List.of("invalid-body", "unheard-of")))));
  }

  private PairedRequest feed() {
    String after =
        texts.chance(40) && !randomWriter.hiddenEvents.isEmpty()
            ? texts.pick(randomWriter.hiddenEvents)
            : earlier.events().isEmpty() ? "nothing" : texts.pick(earlier.events());
    String limit = texts.pick(List.of("1", "5", "50", "500"));
    String audience = texts.chance(10) ? "&audience=PUBLIC" : "";
    return PairedRequest.get(
        texts.chance(15)
            ? "/v1/ledger?wait=0" + audience
            : "/v1/ledger?limit=" + limit + "&after=" + after + audience + eventFilter());
  }

  private String eventFilter() {
    return texts.pick(
        List.of(
            "",
            "&type=" + texts.pick(List.of("statement", "pledge", "condition-statement,ally")),
            "&ally=" + parameters.allies(),
            "&pledge=" + parameters.pledge()));
  }

  /** Now and then under a key that the secretariat has used. */
  private PairedRequest whatIf() {
    PairedRequest request =
        PairedRequest.send(
            "POST",
            parameters.question().with(50, "explain", () -> "true").on("/v1/coverage/what-if"),
            parameters.supposition());
    return texts.chance(20) ? request.header("Idempotency-Key", randomWriter.key()) : request;
  }

  /** With the tag of an earlier answer. */
  private PairedRequest again() {
    if (earlier.tags().isEmpty()) {
      return coverage();
    }
    Map.Entry<String, String> known = texts.pick(earlier.tags());
    String tag = texts.chance(80) ? known.getValue() : texts.pick(earlier.tags()).getValue();
    return PairedRequest.get(known.getKey())
        .header("If-None-Match", texts.chance(10) ? "\"nothing\", " + tag : tag);
  }

  private PairedRequest nextPage() {
    return earlier.pages().isEmpty() ? pledges() : PairedRequest.get(texts.pick(earlier.pages()));
  }

  /** Mostly of one who may not write, at least not there. */
  private PairedRequest write() {
    String pledge = parameters.pledge();
    return texts.pick(
        List.of(
            PairedRequest.send(
                "POST",
                "/v1/pledges/" + pledge + "/statements",
                parameters.with(pledge).toString()),
            PairedRequest.send(
                "POST", "/v1/pledges/" + pledge + "/statements", "{\"corrects\": 1}"),
            PairedRequest.send("PUT", "/v1/pledges/" + pledge, "{\"title\": \"Mine\"}"),
            PairedRequest.send("POST", "/v1/pledges", parameters.opening().toString()),
            PairedRequest.send("POST", "/v1/pledges", "{\"reference\": \"r\"}"),
            PairedRequest.send("PUT", "/v1/allies/EST", "{}"),
            PairedRequest.send("PUT", "/v1/programmes/PURL", "{}"),
            PairedRequest.send(
                "POST", "/v1/conditions/US_BACKSTOP/statements", "{\"state\": \"MET\"}"),
            PairedRequest.send("POST", "/v1/tokens", "{\"role\": \"reader\"}")));
  }

  private PairedRequest otherVerb() {
    PairedRequest request =
        texts.pick(List.of(pledge(), pledges(), coverage(), statement(), feed()));
    return texts.chance(10)
        ? request.header("Accept", "text/html")
        : request.by(texts.pick(List.of("HEAD", "HEAD", "OPTIONS", "DELETE")));
  }

  private PairedRequest misspelt() {
    return PairedRequest.get(
        texts.pick(
            List.of(
                "/v1/pledges?capabilty=LAND_FORCES",
                "/v1/pledges?condition=AFTER_CEASEFIR",
                "/v1/pledges/" + parameters.pledge() + "?evidence=RUMOUR",
                "/v1/pledges/" + parameters.pledge() + "/history",
                "/v1/coverage?knownAt=2999-01-01T00:00:00Z",
                "/v1/coverage?knownAt=2020-01-01T00:00:00Z",
                "/v1/pledges?cursor=" + "AAAAAAAAAAAAAAAAAAAAAAAA",
                "/v1/ledger?after=abcdefghij-0123456789abcdef")));
  }

  private PairedRequest forTheSecretariat() {
    return PairedRequest.get(
        texts.pick(List.of("/v1/ledger/head", "/v1/ledger/verification", "/v1/tokens")));
  }
}
