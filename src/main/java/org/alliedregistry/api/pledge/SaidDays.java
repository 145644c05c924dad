package org.alliedregistry.api.pledge;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * The days of the first and of the last statement on a pledge that apply.
 *
 * @param first null if none applies
 * @param last null if none applies
 */
record SaidDays(@Nullable LocalDate first, @Nullable LocalDate last) {

  static SaidDays of(PledgeRecord record, AsOf view) {
    List<Statement> applicable =
        StatementSelection.applicable(record.pledgeStatements().uncorrected(), view);
    return applicable.isEmpty()
        ? new SaidDays(null, null)
        : new SaidDays(
            applicable.get(0).attribution().saidOn(),
            applicable.get(applicable.size() - 1).attribution().saidOn());
  }

  /**
   * Whether the last statement is of a day between two days, without them.
   *
   * @param after null = unbounded
   * @param before null = unbounded
   */
  boolean isLastBetween(@Nullable LocalDate after, @Nullable LocalDate before) {
    return last != null
        && (after == null || last.isAfter(after))
        && (before == null || last.isBefore(before));
  }
}
