package org.alliedregistry.domain.pledge;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * A pledge and its statements that the caller may see.
 *
 * @param openingOrder how many pledges were opened before it
 * @param recorded in order of recording, corrections among them
 * @param uncorrected in order of their day ({@link StatementSelection#uncorrected})
 */
public record PledgeStatements(
    int openingOrder, Pledge pledge, List<Statement> recorded, List<Statement> uncorrected) {

  public static PledgeStatements of(int openingOrder, Pledge pledge, List<Statement> recorded) {
    return new PledgeStatements(
        openingOrder, pledge, List.copyOf(recorded), StatementSelection.uncorrected(recorded));
  }

  /**
   * Replaces the statements. A single new statement that corrects nothing is only inserted.
   *
   * @param all the recorded statements, and one or more after them
   */
  public PledgeStatements with(List<Statement> all) {
    Statement next = all.get(all.size() - 1);
    return all.size() == recorded.size() + 1
            && next.attribution().corrects() == null
            && !next.attribution().isVoid()
        ? new PledgeStatements(
            openingOrder,
            pledge,
            List.copyOf(all),
            StatementSelection.uncorrected(uncorrected, next))
        : of(openingOrder, pledge, all);
  }

  /** Whether there is a statement by the day, at any grade of evidence. */
  public boolean isSpokenOfBy(LocalDate day) {
    return !uncorrected.isEmpty() && !uncorrected.get(0).attribution().saidOn().isAfter(day);
  }

  /** Moves the pledge to another whole; null = none. */
  public PledgeStatements withWhole(@Nullable String whole) {
    return new PledgeStatements(openingOrder, pledge.partOf(whole), recorded, uncorrected);
  }

  /** Replaces the opening order. */
  public PledgeStatements withOrder(int other) {
    return openingOrder == other
        ? this
        : new PledgeStatements(other, pledge, recorded, uncorrected);
  }

  /** Keeps only the first uncorrected statements. */
  public PledgeStatements firstStatements(int first) {
    return new PledgeStatements(openingOrder, pledge, recorded, uncorrected.subList(0, first));
  }
}
