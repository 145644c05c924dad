package org.alliedregistry.releasability;

import java.util.ArrayList;
import java.util.List;

/** Questions that are not left to chance. */
final class FixedReads {

  /** What has nothing to do with what is hidden. */
  private static final List<String> PLAIN =
      List.of(
          "/.well-known/security.txt",
          "/v1/allies",
          "/v1/allies/EST",
          "/v1/baselines",
          "/v1/baselines/steel-hedgehog",
          "/v1/baselines/euro-atlantic-framework",
          "/v1/capabilities/LAND_FORCES",
          "/v1/capabilities?limit=4",
          "/v1/exchange-rates/EUR",
          "/v1/exchange-rates?limit=2",
          "/v1/ledger/head",
          "/v1/ledger/verification",
          "/v1/tokens",
          "/v1/problems",
          "/v1/programmes",
          "/v1/programmes/PURL",
          "/v1/groups?limit=4",
          "/v1/groups/BALTIC",
          "/v1/problems/invalid-body");

  /** What every hidden write would change, if it were not hidden. */
  private static final List<String> LISTS =
      List.of(
          "/v1/pledges?limit=500&evidence=SPECULATIVE",
          "/v1/pledges?limit=2",
          "/v1/pledges?format=csv&evidence=SPECULATIVE",
          "/v1/positions?format=ndjson&evidence=SPECULATIVE",
          "/v1/coverage?format=csv&evidence=SPECULATIVE",
          "/v1/conditions/PARLIAMENTARY_APPROVAL/statements?format=ndjson",
          "/v1/pledges?limit=3&evidence=SPECULATIVE&sort=-lastSaidOn",
          "/v1/pledges?limit=500&sort=status&saidAfter=2025-06-01",
          "/v1/positions?evidence=REPORTED",
          "/v1/reconciliation?limit=500&evidence=SPECULATIVE",
          "/v1/reconciliation?limit=1",
          "/v1/positions?evidence=SPECULATIVE&role=PAYER",
          "/v1/coverage?explain=true&evidence=SPECULATIVE",
          "/v1/coverage?explain=true&evidence=SPECULATIVE&role=PAYER&ally=DEU,NOR",
          "/v1/pledges?evidence=SPECULATIVE&role=ANY&programme=PURL",
          "/v1/coverage/history?from=2025-01-01&to=2026-12-31&evidence=SPECULATIVE",
          "/v1/coverage/timeline?from=2025-01-01&to=2026-12-31&rung=CONSIDERING",
          "/v1/coverage/changes?from=2025-01-01&to=2026-12-31&evidence=SPECULATIVE",
          "/v1/coverage/marginals?assume=AFTER_CEASEFIRE",
          "/v1/conditions",
          "/v1/conditions/PARLIAMENTARY_APPROVAL/statements",
          "/v1/statements?limit=500&evidence=SPECULATIVE",
          "/v1/statements?limit=2&sort=-recordedAt",
          "/v1/statements?limit=3&evidence=SPECULATIVE&supersededBy=false",
          "/v1/declarations?evidence=SPECULATIVE",
          "/v1/declarations?limit=2",
          "/v1/coverage?evidence=SPECULATIVE&baseline=" + WriteScript.BASELINE,
          "/v1/pledges?evidence=SPECULATIVE&group=NB8",
          "/v1/positions?evidence=SPECULATIVE&group=WEIMAR",
          "/v1/coverage?explain=true&evidence=SPECULATIVE&group=BALTIC&without=E3",
          "/v1/allies?limit=3",
          "/v1/ledger?limit=500&type=statement",
          "/v1/ledger?limit=2&ally=EST",
          "/v1/ledger?limit=500");

  private final StatementTexts texts;
  private final WriteScript script;

  FixedReads(StatementTexts texts, WriteScript script) {
    this.texts = texts;
    this.script = script;
  }

  /** By its address: what is seen, what is hidden, and what has nothing to do with either. */
  List<PairedRequest> everything() {
    List<String> targets = new ArrayList<>(PLAIN);
    targets.addAll(LISTS);
    for (RandomPledge promise : script.promises) {
      targets.add(promise.path());
      targets.add(promise.path() + "/statements");
      targets.add(promise.path() + "/statements?format=csv");
      promise.statements.forEach(
          statement -> targets.add(promise.path() + "/statements/" + statement.id));
    }
    script.onConditions.statements.forEach(statement -> targets.add(statement.path()));
    for (RandomDeclaration declaration : script.onDeclarations.declarations) {
      targets.add(declaration.path());
      targets.add(declaration.path() + "/statements");
      declaration.statements.forEach(
          statement -> targets.add(declaration.path() + "/statements/" + statement.id));
    }
    return targets.stream().map(PairedRequest::get).toList();
  }

  /** What is asked before and after a hidden write: nothing of it may change. */
  List<PairedRequest> sample() {
    List<String> targets = new ArrayList<>(LISTS.stream().filter(l -> texts.chance(50)).toList());
    if (!script.promises.isEmpty()) {
      String pledge = texts.pick(script.promises).path();
      targets.add(pledge);
      targets.add(pledge + "/statements");
    }
    return targets.stream().map(PairedRequest::get).toList();
  }
}
