package org.alliedregistry.domain.coverage;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.NamedAllies;
import org.alliedregistry.domain.coverage.contribution.Reason;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.ConditionStates;

/**
 * The count of one pledge and the reasons for it.
 *
 * @param allies its allies that the question is about
 * @param conditions the state of each of its conditions for its allies, under the assumptions of
 *     the question
 * @param isUnquantified whether an amount is used that was not stated
 */
public record TraceLine(
    RowOrder rank,
    PledgeState state,
    List<String> allies,
    Interval counted,
    List<Reason> reasons,
    SortedMap<String, State> conditions,
    boolean isUnquantified) {

  static TraceLine of(
      Contribution contribution, ConditionStates conditions, AllySelection selection) {
    PledgeState state = contribution.state();
    NamedAllies suppliers = selection.suppliers(state.pledge());
    SortedMap<String, State> states = new TreeMap<>();
    for (String code : state.terms().conditions().codes().keySet()) {
      states.put(code, conditions.state(code, state.pledge().allies()));
    }
    return new TraceLine(
        RowOrder.of(suppliers, state.openingOrder()),
        state,
        suppliers.allies(),
        contribution.counted().range(),
        contribution.assessment().reasons(),
        states,
        contribution.isUnquantified());
  }

  /** Whether the question leaves out other allies of the pledge. */
  public boolean withOthers() {
    return allies.size() < state.pledge().allies().size();
  }
}
