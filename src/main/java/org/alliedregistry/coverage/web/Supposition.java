package org.alliedregistry.coverage.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alliedregistry.coverage.AllyFilter;
import org.alliedregistry.coverage.CoverageQuery;
import org.alliedregistry.pledge.web.NewPledge;
import org.alliedregistry.pledge.web.StatementIntake;
import org.alliedregistry.problem.Faults;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.problem.Sent;
import org.alliedregistry.reference.Assumptions;
import org.alliedregistry.reference.Attribution;
import org.alliedregistry.reference.Condition.State;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Releasability;
import org.alliedregistry.reference.Source;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.PledgeFile;
import org.alliedregistry.registry.Registry;

/**
 * What is supposed in a what-if: a registry that nobody recorded, and the question asked of it. Ids
 * follow from the place in the body, so that the same supposition has the same answer.
 */
record Supposition(Registry registry, CoverageQuery question) {

  private static final String WRITER = "what-if";

  /** Checks what is supposed as a write would be, and takes it as if it were recorded. */
  static Supposition of(Asked asked, Sent<NewWhatIf> sent) {
    Faults faults = sent.faultsSoFar();
    NewWhatIf body = sent.body();
    Registry registry = asked.registry();
    Attribution unlessGiven = unlessGiven(asked.question().view().validAt());
    List<Content> supposed = new ArrayList<>(pledges(body, registry, unlessGiven, faults));
    supposed.addAll(statements(body, registry, unlessGiven, faults));
    CoverageQuery question =
        asked
            .question()
            .assuming(assumptions(asked.question(), body, registry, faults))
            .keeping(filter(asked.question(), body, registry, faults));
    faults.refuseIfAny(Refusal::ofBody);
    return new Supposition(registry.supposing(supposed), question);
  }

  private static Attribution unlessGiven(LocalDate day) {
    return new Attribution(
        day,
        Evidence.OFFICIAL,
        null,
        new Source("Supposed in a what-if", null, null, null),
        Releasability.PUBLIC,
        null,
        /* isVoid= */ false,
        null);
  }

  private static List<Content> pledges(
      NewWhatIf body, Registry registry, Attribution unlessGiven, Faults faults) {
    List<Content> supposed = new ArrayList<>();
    List<NewPledge> pledges = orEmpty(body.pledges());
    for (int i = 0; i < pledges.size(); i++) {
      supposed.addAll(
          StatementIntake.open(
              registry,
              pledges.get(i),
              id("pledge", i),
              id("first-statement", i),
              WRITER,
              unlessGiven,
              faults.under("/pledges/" + i)));
    }
    return supposed;
  }

  private static List<Content> statements(
      NewWhatIf body, Registry registry, Attribution unlessGiven, Faults faults) {
    List<Content> supposed = new ArrayList<>();
    Set<String> corrected = new HashSet<>();
    List<NewWhatIf.Supposed> statements = orEmpty(body.statements());
    for (int i = 0; i < statements.size(); i++) {
      NewWhatIf.Supposed next = statements.get(i);
      Faults here = faults.under("/statements/" + i);
      PledgeFile file = next.pledge() == null ? null : registry.pledge(next.pledge()).orElse(null);
      here.addIf(
          next.pledge() != null && file == null, "/pledge", "must be the id of a recorded pledge");
      if (file != null && next.statement() != null) {
        String corrects = next.statement().corrects();
        here.addIf(
            corrects != null && !corrected.add(corrects),
            "/statement/corrects",
            "is corrected twice in one supposition");
        supposed.addAll(
            StatementIntake.append(
                registry,
                file,
                next.statement(),
                id("statement", i),
                unlessGiven,
                here.under("/statement")));
      }
    }
    return supposed;
  }

  private static Assumptions assumptions(
      CoverageQuery question, NewWhatIf body, Registry registry, Faults faults) {
    Map<String, State> states = new HashMap<>(question.assumptions().states());
    Set<String> named = new HashSet<>();
    List<NewWhatIf.SupposedState> conditions = orEmpty(body.conditions());
    for (int i = 0; i < conditions.size(); i++) {
      NewWhatIf.SupposedState next = conditions.get(i);
      String at = "/conditions/" + i;
      if (next.code() != null && next.state() != null) {
        faults.addIfUnknown(next.code(), "condition", registry.conditions().keySet(), at + "/code");
        String key = next.ally() == null ? next.code() : next.code() + "@" + next.ally();
        faults.addIf(!named.add(key), at, "names a condition that another one names");
        states.put(key, next.state());
      }
      if (next.ally() != null) {
        faults.addIfUnknown(next.ally(), "ally", registry.allies().keySet(), at + "/ally");
      }
    }
    return new Assumptions(states);
  }

  private static AllyFilter filter(
      CoverageQuery question, NewWhatIf body, Registry registry, Faults faults) {
    Set<String> without = new HashSet<>(question.allies().without());
    List<String> allies = orEmpty(body.without());
    for (int i = 0; i < allies.size(); i++) {
      faults.addIfUnknown(allies.get(i), "ally", registry.allies().keySet(), "/without/" + i);
      without.add(allies.get(i));
    }
    return new AllyFilter(question.allies().only(), without);
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
