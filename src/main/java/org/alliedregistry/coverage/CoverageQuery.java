package org.alliedregistry.coverage;

import java.time.LocalDate;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.pledge.Rung;
import org.alliedregistry.reference.Assumptions;
import org.alliedregistry.reference.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param rung the lowest rung that counts
 * @param availableOn who is there that day; null = a promise counts from the day it is said
 * @param within the most days to being in place; null = however long it takes
 */
public record CoverageQuery(
    Baseline baseline,
    Viewpoint view,
    Rung rung,
    Assumptions assumptions,
    @Nullable LocalDate availableOn,
    @Nullable Integer within,
    AllyFilter allies) {

  /** The day that an end date is held against. */
  LocalDate day() {
    return availableOn == null ? view.validAt() : availableOn;
  }
}
