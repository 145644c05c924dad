package org.alliedregistry.domain.coverage.contribution;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.Pledge;

/**
 * The allies that a question is about, the role in which it asks about them, and the pledges of
 * theirs that it is about (docs/arithmetic.md, 3).
 *
 * @param only these allies; empty = all
 * @param without these allies are left out
 */
public record AllySelection(
    Set<String> only, Set<String> without, AllyRole role, PledgeFilter filter) {

  public static final AllySelection EVERYONE = new AllySelection(Set.of(), Set.of());

  public AllySelection {
    only = Set.copyOf(only);
    without = Set.copyOf(without);
  }

  /** Asks about allies that supply, and about all pledges of theirs. */
  public AllySelection(Set<String> only, Set<String> without) {
    this(only, without, AllyRole.SUPPLIER, PledgeFilter.NONE);
  }

  /** Leaves out one more ally. */
  public AllySelection andWithout(String ally) {
    Set<String> more = new HashSet<>(without);
    more.add(ally);
    return withoutThese(more);
  }

  /** Leaves out these allies instead. */
  public AllySelection withoutThese(Set<String> others) {
    return new AllySelection(only, others, role, filter);
  }

  /** Whether the question is about all allies. */
  private boolean isEveryone() {
    return only.isEmpty() && without.isEmpty();
  }

  public boolean keeps(String ally) {
    return (only.isEmpty() || only.contains(ally)) && !without.contains(ally);
  }

  private boolean keepsAny(Collection<String> allies) {
    return isEveryone() || allies.stream().anyMatch(this::keeps);
  }

  private boolean keepsAll(Collection<String> allies) {
    return isEveryone() || allies.stream().allMatch(this::keeps);
  }

  /** Whether the question is about a pledge. */
  public boolean asksAbout(Pledge pledge) {
    if (!filter.accepts(pledge)) {
      return false;
    }
    return switch (role) {
      case SUPPLIER -> keepsAny(pledge.allies());
      case PAYER -> keepsAny(pledge.financedBy()) || isUnpaidAndNotAskedByName(pledge);
      case ANY -> keepsAny(pledge.allies()) || keepsAny(pledge.financedBy());
    };
  }

  /** Whether nobody is known to pay for the pledge, and no payer is asked for by name. */
  private boolean isUnpaidAndNotAskedByName(Pledge pledge) {
    return pledge.financedBy().isEmpty() && only.isEmpty();
  }

  /** The allies of a pledge in the role that the question asks about. */
  public List<String> inRole(Pledge pledge) {
    return switch (role) {
      case SUPPLIER -> pledge.allies();
      case PAYER -> pledge.financedBy();
      case ANY ->
          Stream.concat(pledge.allies().stream(), pledge.financedBy().stream()).distinct().toList();
    };
  }

  /** Whether only the shares of the allies asked about count of a pledge. */
  public boolean keepsShares(Pledge pledge) {
    return switch (role) {
      case SUPPLIER -> !pledge.shares().isEmpty() && !keepsAll(pledge.allies());
      case PAYER -> false;
      case ANY ->
          !pledge.shares().isEmpty()
              && !keepsAll(pledge.allies())
              && keepsAny(pledge.allies())
              && !keepsAny(pledge.financedBy());
    };
  }

  /**
   * Whether the amount of the allies asked about is not known. In any role it is known if all its
   * suppliers or all its payers are asked about, and nobody of the other side is left out by name.
   */
  boolean isShareUnknown(Pledge pledge) {
    return switch (role) {
      case SUPPLIER -> pledge.shares().isEmpty() && !keepsAll(pledge.allies());
      case PAYER -> !keepsAll(pledge.financedBy());
      case ANY -> !isEveryone() && !isKnownBySuppliers(pledge) && !isKnownByPayers(pledge);
    };
  }

  private boolean isKnownBySuppliers(Pledge pledge) {
    return (keepsAll(pledge.allies()) || keepsShares(pledge))
        && pledge.financedBy().stream().noneMatch(without::contains);
  }

  private boolean isKnownByPayers(Pledge pledge) {
    return !pledge.financedBy().isEmpty()
        && keepsAll(pledge.financedBy())
        && pledge.allies().stream().noneMatch(without::contains);
  }

  /** The suppliers that a row names. */
  public NamedAllies suppliers(Pledge pledge) {
    return suppliers(pledge.allies());
  }

  /** The suppliers that a row names, of all suppliers of a pledge. */
  public NamedAllies suppliers(List<String> allies) {
    return named(allies, role != AllyRole.PAYER);
  }

  /** The allies of a condition that an event names. */
  public NamedAllies ofCondition(List<String> allies) {
    List<String> kept =
        allies.stream().filter(ally -> role == AllyRole.PAYER || keeps(ally)).toList();
    return new NamedAllies(kept, kept.size() < allies.size());
  }

  /** The payers that a row names. */
  public NamedAllies payers(Pledge pledge) {
    return named(pledge.financedBy(), role != AllyRole.SUPPLIER);
  }

  /**
   * Those who are asked about. In any role, if nobody of this side is, then the other side is:
   * those who are not left out by name.
   */
  private NamedAllies named(List<String> allies, boolean isInRole) {
    if (!isInRole || keepsAll(allies)) {
      return new NamedAllies(allies, false);
    }
    boolean byName = role == AllyRole.ANY && !keepsAny(allies);
    List<String> kept =
        allies.stream().filter(ally -> byName ? !without.contains(ally) : keeps(ally)).toList();
    return new NamedAllies(kept, kept.size() < allies.size());
  }
}
