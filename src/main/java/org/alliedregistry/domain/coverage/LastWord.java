package org.alliedregistry.domain.coverage;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.domain.pledge.PledgePartitions.Partition;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.jspecify.annotations.Nullable;

/**
 * The day of the last statement, on any pledge or condition, that holds on the day of a question at
 * its grade of evidence.
 *
 * @param day null if there is none
 */
record LastWord(@Nullable LocalDate day) {

  private static final LastWord NONE = new LastWord(null);

  /** The last word on the pledges of one partition. */
  static LastWord of(Partition partition, AsOf asOf) {
    LastWord last = NONE;
    for (PledgeStatements statements : partition.pledges()) {
      last = last.orLater(of(statements.uncorrected(), asOf));
    }
    return last;
  }

  /** The last word on all conditions. */
  static LastWord ofConditions(CoverageInput input, AsOf asOf) {
    LastWord last = NONE;
    for (ConditionStatements statements : input.conditions().values()) {
      last = last.orLater(of(statements.uncorrected(), asOf));
    }
    return last;
  }

  /** The last word on everything. */
  static LastWord of(CoverageInput input, AsOf asOf) {
    LastWord last = ofConditions(input, asOf);
    for (int i = 0; i < input.partitions().size(); i++) {
      last = last.orLater(of(input.partitions().get(i), asOf));
    }
    return last;
  }

  /**
   * @param uncorrected in order of their day
   */
  private static LastWord of(List<? extends AttributedStatement> uncorrected, AsOf asOf) {
    for (int i = uncorrected.size() - 1; i >= 0; i--) {
      AttributedStatement statement = uncorrected.get(i);
      LocalDate day = statement.attribution().saidOn();
      if (!day.isAfter(asOf.validAt())
          && !statement.attribution().evidence().isWeakerThan(asOf.evidence())) {
        return new LastWord(day);
      }
    }
    return NONE;
  }

  LastWord orLater(LastWord other) {
    return day == null || (other.day != null && other.day.isAfter(day)) ? other : this;
  }
}
