package org.alliedregistry.domain.coverage.contribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.AsOf;

/** Folds the pledges of the capability of a requirement, in opening order. */
public final class PledgeStates {

  private PledgeStates() {}

  /** Folds all recorded pledges. */
  public static List<PledgeState> of(CoverageInput input, ContributionRules rules) {
    return of(input, input.pledges().values(), rules);
  }

  /** Folds some pledges, each once, even if it is the whole of others. */
  public static List<PledgeState> of(
      CoverageInput input, Collection<PledgeStatements> some, ContributionRules rules) {
    String capability = rules.requirement().capability();
    AsOf view = rules.query().view();
    UnitOfAccount account = rules.query().accountOf(rules.requirement(), input, rules.day());
    Map<String, PledgeState> wholes = new HashMap<>();
    List<PledgeState> states = new ArrayList<>();
    for (PledgeStatements statements : some) {
      if (statements.pledge().capability().equals(capability)) {
        rules.limit().spend(statements.uncorrected().size());
        String partOf = statements.pledge().partOf();
        PledgeStatements whole = partOf == null ? null : input.pledges().get(partOf);
        states.add(
            whole == null
                ? wholes.computeIfAbsent(
                    statements.pledge().id(), id -> PledgeState.of(statements, view, account, null))
                : PledgeState.of(
                    statements,
                    view,
                    account,
                    wholes.computeIfAbsent(
                        partOf, id -> PledgeState.of(whole, view, account, null))));
      }
    }
    return states;
  }
}
