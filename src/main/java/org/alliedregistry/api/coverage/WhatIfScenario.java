package org.alliedregistry.api.coverage;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AllyGroup;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.domain.reference.Source;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.alliedregistry.recording.NewPledge;
import org.alliedregistry.recording.StatementRecorder;
import org.alliedregistry.recording.WhatIfRequest;

/**
 * The scenario of a what-if question: a hypothetical snapshot and the question asked of it. Ids are
 * made from the index in the body, so that equal scenarios have equal answers.
 */
record WhatIfScenario(RegistrySnapshot registry, CoverageQuery question) {

  private static final String WRITER = "what-if";

  /** Checks the scenario like a write, and applies it to the snapshot. */
  static WhatIfScenario of(CoverageRequest asked, ParsedBody<WhatIfRequest> sent) {
    Violations violations = sent.faultsSoFar();
    WhatIfRequest body = sent.body();
    RegistrySnapshot registry = asked.registry();
    Attribution defaults = defaults(asked.question().view().validAt());
    List<EntryContent> supposed = new ArrayList<>(pledges(body, registry, defaults, violations));
    supposed.addAll(statements(body, registry, defaults, violations));
    CoverageQuery question =
        asked
            .question()
            .withAssumptions(assumptions(asked.question(), body, registry, violations))
            .withAllies(filter(asked.question(), body, registry, violations));
    violations.refuseIfAny(ProblemException::ofBody);
    return new WhatIfScenario(registry.withHypothetical(supposed), question);
  }

  private static Attribution defaults(LocalDate day) {
    return new Attribution(
        day,
        EvidenceGrade.OFFICIAL,
        null,
        new Source("Supposed in a what-if", null, null, null),
        Releasability.PUBLIC,
        null,
        /* isVoid= */ false,
        null);
  }

  private static List<EntryContent> pledges(
      WhatIfRequest body, RegistrySnapshot registry, Attribution defaults, Violations violations) {
    List<EntryContent> supposed = new ArrayList<>();
    List<NewPledge> pledges = orEmpty(body.pledges());
    for (int i = 0; i < pledges.size(); i++) {
      supposed.addAll(
          StatementRecorder.open(
              registry,
              pledges.get(i),
              id("pledge", i),
              id("first-statement", i),
              WRITER,
              defaults,
              violations.under("/pledges/" + i)));
    }
    return supposed;
  }

  private static List<EntryContent> statements(
      WhatIfRequest body, RegistrySnapshot registry, Attribution defaults, Violations violations) {
    List<EntryContent> supposed = new ArrayList<>();
    Set<String> corrected = new HashSet<>();
    List<WhatIfRequest.Supposed> statements = orEmpty(body.statements());
    for (int i = 0; i < statements.size(); i++) {
      WhatIfRequest.Supposed next = statements.get(i);
      Violations here = violations.under("/statements/" + i);
      PledgeRecord record =
          next.pledge() == null ? null : registry.pledge(next.pledge()).orElse(null);
      here.addIf(
          next.pledge() != null && record == null,
          "/pledge",
          "must be the id of a recorded pledge");
      if (record != null && next.statement() != null) {
        String corrects = next.statement().corrects();
        here.addIf(
            corrects != null && !corrected.add(corrects),
            "/statement/corrects",
            "is corrected twice in one request. Correct it once");
        supposed.addAll(
            StatementRecorder.append(
                registry,
                record,
                next.statement(),
                id("statement", i),
                defaults,
                here.under("/statement")));
      }
    }
    return supposed;
  }

  private static Assumptions assumptions(
      CoverageQuery question,
      WhatIfRequest body,
      RegistrySnapshot registry,
      Violations violations) {
    Map<String, State> states = new HashMap<>(question.assumptions().states());
    Set<String> named = new HashSet<>();
    List<WhatIfRequest.SupposedState> conditions = orEmpty(body.conditions());
    for (int i = 0; i < conditions.size(); i++) {
      WhatIfRequest.SupposedState next = conditions.get(i);
      String at = "/conditions/" + i;
      if (next.code() != null && next.state() != null) {
        violations.addIfUnknown(
            next.code(), "condition", registry.conditions().keySet(), at + "/code");
        String key = next.ally() == null ? next.code() : next.code() + "@" + next.ally();
        violations.addIf(
            !named.add(key),
            at,
            "names the same condition as an earlier item. Remove one of the two");
        states.put(key, next.state());
      }
      if (next.ally() != null) {
        violations.addIfUnknown(next.ally(), "ally", registry.allies().keySet(), at + "/ally");
      }
    }
    return new Assumptions(states);
  }

  private static AllySelection filter(
      CoverageQuery question,
      WhatIfRequest body,
      RegistrySnapshot registry,
      Violations violations) {
    Set<String> without = new HashSet<>(question.allies().without());
    List<String> allies = orEmpty(body.without());
    for (int i = 0; i < allies.size(); i++) {
      without.addAll(
          registry
              .group(allies.get(i))
              .<Set<String>>map(AllyGroup::allies)
              .orElse(Set.of(allies.get(i))));
      if (!registry.groups().containsKey(allies.get(i))) {
        violations.addIfUnknown(
            allies.get(i), "ally or group", registry.allies().keySet(), "/without/" + i);
      }
    }
    return question.allies().withoutThese(without);
  }

  private static <T> List<T> orEmpty(@org.jspecify.annotations.Nullable List<T> items) {
    return items == null ? List.of() : items;
  }

  private static String id(String what, int place) {
    return UUID.nameUUIDFromBytes(
            (WRITER + ":" + what + ":" + place).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
