package org.alliedregistry.api.pledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.alliedregistry.api.pledge.PositionView.OnCapability;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.Shares;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.reference.Ally;

/** Sums the pledges of each ally by capability and purpose. */
final class PositionSummary {

  private final PledgeEvaluation evaluation;

  /** The states by pledge: a joint pledge is folded once for all its allies. */
  private final Map<String, PledgeState> folded = new HashMap<>();

  PositionSummary(PledgeEvaluation evaluation) {
    this.evaluation = evaluation;
  }

  PositionView of(Ally ally) {
    Map<String, List<PledgeState>> byLine = new TreeMap<>();
    for (PledgeRecord record : evaluation.registry().pledges().ofAlly(ally.code()).toList()) {
      PledgeState state =
          folded.computeIfAbsent(record.pledge().id(), id -> evaluation.stateOf(record));
      if (state.hasApplicableStatements()) {
        String line = state.pledge().capability() + " " + state.pledge().purpose().ordinal();
        byLine.computeIfAbsent(line, key -> new ArrayList<>()).add(state);
      }
    }
    return new PositionView(
        ally.code(),
        ally.name(),
        List.copyOf(ally.memberships()),
        !byLine.isEmpty(),
        byLine.values().stream().map(line -> onCapability(ally.code(), line)).toList());
  }

  private OnCapability onCapability(String ally, List<PledgeState> line) {
    PledgeState first = line.get(0);
    return new OnCapability(
        first.pledge().capability(),
        first.pledge().purpose(),
        line.stream()
            .map(s -> s.terms().positionOrNull())
            .filter(Objects::nonNull)
            .min(Comparator.<Position>naturalOrder())
            .orElse(null),
        line.stream()
            .flatMap(s -> s.amounts().highest().stream())
            .max(Comparator.<Rung>naturalOrder())
            .orElse(null),
        AmountsView.of(
            evaluation.unitOf(first.pledge().capability()),
            line.stream().anyMatch(PledgeState::isDerived),
            rung -> own(ally, line, rung)),
        line.stream().map(s -> s.pledge().id()).toList());
  }

  /** The amount at a rung that belongs to one ally alone. */
  private static Interval own(String ally, List<PledgeState> line, Rung rung) {
    Set<String> wholes =
        line.stream()
            .map(s -> s.pledge().partOf())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return line.stream()
        .filter(s -> !wholes.contains(s.pledge().id()))
        .map(s -> own(ally, s, rung))
        .reduce(Interval.ZERO, Interval::plus);
  }

  private static Interval own(String ally, PledgeState state, Rung rung) {
    Interval amount = state.amounts().amountAt(rung);
    if (!state.pledge().isJoint()) {
      return amount;
    }
    return state.pledge().shares().isEmpty()
        ? new Interval(java.math.BigDecimal.ZERO, amount.high())
        : Objects.requireNonNull(Shares.split(amount, state.pledge().shares()).get(ally));
  }
}
