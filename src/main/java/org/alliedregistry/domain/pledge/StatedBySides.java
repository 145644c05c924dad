package org.alliedregistry.domain.pledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.quantity.Exact;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What donor and recipient say of how much of a pledge has come as far as a rung. Both speak at the
 * deciding grade of evidence.
 *
 * @param rung COMMITTED, ALLOCATED or IN_PLACE
 * @param counted the amount of the pledge at the rung, in the unit of account
 */
public record StatedBySides(Rung rung, LastWord donor, LastWord recipient, Interval counted) {

  /**
   * The last word of one side.
   *
   * @param statement the statement of this side, also where the other side gives its number
   * @param amount what it comes to, in the unit of account; "none" is 0
   */
  public record LastWord(Statement statement, Interval amount) {}

  /**
   * A difference of two amounts; below 0 where the recipient says more.
   *
   * @param low null = unbounded
   * @param high null = unbounded
   */
  public record Gap(@Nullable BigDecimal low, @Nullable BigDecimal high) {}

  /**
   * @param statements the last of each side that speaks, in their order
   * @param amounts the amount of each statement; a single amount is that of both
   */
  static Optional<StatedBySides> of(
      Rung rung, List<Statement> statements, List<SourcedInterval> amounts, Interval counted) {
    if (statements.size() < 2) {
      return Optional.empty();
    }
    LastWord one = new LastWord(statements.get(0), amounts.get(0).range());
    LastWord other = new LastWord(statements.get(1), amounts.get(amounts.size() - 1).range());
    return Optional.of(
        switch (statements.get(0).content().side()) {
          case DONOR -> new StatedBySides(rung, one, other, counted);
          case RECIPIENT -> new StatedBySides(rung, other, one, counted);
        });
  }

  /** Whether the two sides say different amounts. */
  public boolean differ() {
    return !donor.amount().equals(recipient.amount());
  }

  /**
   * The donor's amount less the recipient's, by interval arithmetic: from the least that the donor
   * can mean less the most that the recipient can mean, to the opposite.
   */
  public Gap difference() {
    return new Gap(
        less(donor.amount().low(), recipient.amount().high()),
        less(donor.amount().high(), recipient.amount().low()));
  }

  private static @Nullable BigDecimal less(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? null : Exact.plain(one.subtract(other));
  }
}
