package org.alliedregistry.api.pledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alliedregistry.api.pledge.PositionView.InDeclaration;
import org.alliedregistry.api.pledge.PositionView.OnCapability;
import org.alliedregistry.domain.coverage.contribution.AllyRole;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.declaration.Declaration;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.Shares;
import org.alliedregistry.domain.pledge.SourcedInterval;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.DeclarationRecord;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.reference.Ally;

/** Sums the pledges of each ally by capability and purpose. */
final class PositionSummary {

  /** The most declarations that are shown of an ally. */
  private static final int MOST_DECLARATIONS = 100;

  private final PledgeEvaluation evaluation;

  /** The states by pledge: a joint pledge is folded once for all its allies. */
  private final Map<String, PledgeState> folded = new HashMap<>();

  /** The pledges by payer, in opening order; empty if the question is about suppliers only. */
  private final Map<String, List<PledgeRecord>> byPayer = new HashMap<>();

  private final AllySelection selection;

  /** Ally → the declarations that name it. */
  private final Map<String, List<InDeclaration>> declarations;

  /**
   * @param selection the role and the filter; its allies do not matter here
   */
  PositionSummary(PledgeEvaluation evaluation, AllySelection selection) {
    this.evaluation = evaluation;
    this.selection = selection;
    this.declarations = declarations(evaluation);
    if (selection.role() != AllyRole.SUPPLIER) {
      for (PledgeRecord record : evaluation.registry().pledges().values()) {
        evaluation.limit().spend(1);
        for (String payer : record.pledge().financedBy()) {
          byPayer.computeIfAbsent(payer, code -> new ArrayList<>()).add(record);
        }
      }
    }
  }

  /** By day, then in the order of recording. */
  private static Map<String, List<InDeclaration>> declarations(PledgeEvaluation evaluation) {
    Map<String, List<InDeclaration>> declarations = new HashMap<>();
    for (DeclarationRecord record : evaluation.registry().declarations().values()) {
      evaluation.limit().spend(1 + record.statements().size());
      Declaration declared = record.asOf(evaluation.view());
      evaluation.limit().spend(declared.named().size());
      DeclarationStatement title = declared.title();
      declared
          .word()
          .map(
              word ->
                  new InDeclaration(
                      declared.id(),
                      title == null ? null : title.title(),
                      word.attribution().saidOn()))
          .ifPresent(
              named ->
                  declared
                      .named()
                      .forEach(
                          ally ->
                              declarations
                                  .computeIfAbsent(ally, code -> new ArrayList<>())
                                  .add(named)));
    }
    declarations.replaceAll((ally, all) -> last(all));
    return declarations;
  }

  private static List<InDeclaration> last(List<InDeclaration> declarations) {
    return declarations.stream()
        .sorted(Comparator.comparing(InDeclaration::saidOn))
        .skip(Math.max(0, declarations.size() - MOST_DECLARATIONS))
        .toList();
  }

  PositionView of(Ally ally) {
    Map<String, List<PledgeState>> byLine = new TreeMap<>();
    boolean spoke = false;
    for (PledgeRecord record : concerning(ally.code())) {
      PledgeState state =
          folded.computeIfAbsent(record.pledge().id(), id -> evaluation.stateOf(record));
      spoke |= state.hasApplicableStatements();
      if (state.hasApplicableStatements() && isAskedAbout(ally.code(), state.pledge())) {
        String line = state.pledge().capability() + " " + state.pledge().purpose().ordinal();
        byLine.computeIfAbsent(line, key -> new ArrayList<>()).add(state);
      }
    }
    return new PositionView(
        ally.code(),
        ally.name(),
        List.copyOf(ally.memberships()),
        spoke,
        byLine.values().stream().map(line -> onCapability(ally.code(), line)).toList(),
        declarations.getOrDefault(ally.code(), List.of()));
  }

  /** The pledges that an ally supplies or, if the role asks for it, pays; in opening order. */
  private Collection<PledgeRecord> concerning(String ally) {
    SortedMap<Integer, PledgeRecord> concerning = new TreeMap<>();
    Stream.concat(
            evaluation.registry().pledges().ofAlly(ally),
            byPayer.getOrDefault(ally, List.of()).stream())
        .forEach(record -> concerning.put(record.pledgeStatements().openingOrder(), record));
    return concerning.values();
  }

  private boolean isAskedAbout(String ally, Pledge pledge) {
    return selection.filter().accepts(pledge) && selection.inRole(pledge).contains(ally);
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

  /**
   * The amount at a rung that belongs to one ally alone. Of a joint whole only the parts are its
   * own. A whole that is its own counts once with its parts (docs/arithmetic.md, 4).
   */
  private Interval own(String ally, List<PledgeState> line, Rung rung) {
    Set<String> ownWholes =
        line.stream()
            .map(PledgeState::pledge)
            .filter(pledge -> pledge.partOf() == null && !pledge.isJoint())
            .map(Pledge::id)
            .collect(Collectors.toSet());
    Interval sum = Interval.ZERO;
    Map<String, Interval> parts = new HashMap<>();
    for (PledgeState state : line) {
      String whole = state.pledge().partOf();
      if (whole != null) {
        parts.merge(whole, inside(ally, state, rung), Interval::plus);
        sum = ownWholes.contains(whole) ? sum : sum.plus(own(ally, state, rung));
      }
    }
    for (PledgeState state : line) {
      String id = state.pledge().id();
      if (state.pledge().partOf() == null && (ownWholes.contains(id) || !parts.containsKey(id))) {
        sum = sum.plus(own(ally, state, rung).top(parts.getOrDefault(id, Interval.ZERO)));
      }
    }
    return sum;
  }

  /** What a part adds to its whole: of a high that only the whole limits, what is certain. */
  private Interval inside(String ally, PledgeState part, Rung rung) {
    Interval own = own(ally, part, rung);
    return part.amounts().at(shown(part, rung)).filter(SourcedInterval::boundedByWhole).isPresent()
        ? own.withHigh(own.low())
        : own;
  }

  private Interval own(String ally, PledgeState state, Rung rung) {
    Interval amount =
        isOver(state) && !state.pledge().purpose().isHandedOver()
            ? Interval.ZERO
            : state.amounts().amountAt(shown(state, rung));
    return switch (selection.role()) {
      case SUPPLIER -> supplied(ally, state.pledge(), amount);
      case PAYER -> paid(ally, state.pledge(), amount);
      case ANY -> supplied(ally, state.pledge(), amount).top(paid(ally, state.pledge(), amount));
    };
  }

  /** Of a pledge whose last day is over, nothing counts but what was handed over. */
  private Rung shown(PledgeState state, Rung rung) {
    return isOver(state) ? Rung.IN_PLACE : rung;
  }

  /** A pledge whose period decides its amounts has no end by day (docs/arithmetic.md, 3). */
  private boolean isOver(PledgeState state) {
    return !state.amounts().dependsOnPeriod() && state.isExpiredOn(evaluation.view().validAt());
  }

  private static Interval supplied(String ally, Pledge pledge, Interval amount) {
    return pledge.isJoint() && !pledge.shares().isEmpty()
        ? Shares.split(amount, pledge.shares()).getOrDefault(ally, Interval.ZERO)
        : ofOneAmong(ally, pledge.allies(), amount);
  }

  private static Interval paid(String ally, Pledge pledge, Interval amount) {
    return ofOneAmong(ally, pledge.financedBy(), amount);
  }

  /** Nothing of an amount of several allies is certain for one of them. */
  private static Interval ofOneAmong(String ally, List<String> allies, Interval amount) {
    if (!allies.contains(ally)) {
      return Interval.ZERO;
    }
    return allies.size() == 1 ? amount : amount.withLow(BigDecimal.ZERO);
  }
}
