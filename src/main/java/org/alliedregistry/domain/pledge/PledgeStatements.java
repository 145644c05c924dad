package org.alliedregistry.domain.pledge;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * A pledge and everything said of it that the caller may see.
 *
 * @param openingOrder how many pledges were opened before it
 * @param recorded its statements in order of recording, corrections among them
 * @param standing those that stand, in order of their day ({@link
 *     StatementSelection#withoutCorrected})
 */
public record PledgeStatements(
    int openingOrder, Pledge pledge, List<Statement> recorded, List<Statement> withoutCorrected) {

  public static PledgeStatements of(int openingOrder, Pledge pledge, List<Statement> recorded) {
    return new PledgeStatements(
        openingOrder, pledge, List.copyOf(recorded), StatementSelection.withoutCorrected(recorded));
  }

  /**
   * The same with more said of it. One that corrects nothing is only put in its place.
   *
   * @param all those recorded, and one or more after them
   */
  public PledgeStatements with(List<Statement> all) {
    Statement next = all.get(all.size() - 1);
    return all.size() == recorded.size() + 1
            && next.said().corrects() == null
            && !next.said().isVoid()
        ? new PledgeStatements(
            openingOrder,
            pledge,
            List.copyOf(all),
            StatementSelection.withoutCorrected(withoutCorrected, next))
        : of(openingOrder, pledge, all);
  }

  /** Whether anything is said of it by the day, at whatever evidence. */
  public boolean isSpokenOfBy(LocalDate day) {
    return !withoutCorrected.isEmpty() && !withoutCorrected.get(0).said().saidOn().isAfter(day);
  }

  /** The same in another whole, or in none. */
  public PledgeStatements withWhole(@Nullable String whole) {
    return new PledgeStatements(openingOrder, pledge.partOf(whole), recorded, withoutCorrected);
  }

  /** The same among other pledges. */
  public PledgeStatements withOrder(int other) {
    return openingOrder == other
        ? this
        : new PledgeStatements(other, pledge, recorded, withoutCorrected);
  }

  /** The same when only the first so many of what stands were said. */
  public PledgeStatements firstStatements(int first) {
    return new PledgeStatements(openingOrder, pledge, recorded, withoutCorrected.subList(0, first));
  }
}
