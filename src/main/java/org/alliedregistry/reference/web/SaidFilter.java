package org.alliedregistry.reference.web;

import java.time.LocalDate;
import org.alliedregistry.ledger.web.ViewParameters;
import org.alliedregistry.problem.Query;
import org.alliedregistry.reference.Attribution;
import org.alliedregistry.reference.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * A history shows everything recorded, unless the question itself names a day or a grade.
 *
 * @param day the last day to show, null = all
 * @param weakest the weakest grade to show, null = all
 */
public record SaidFilter(@Nullable LocalDate day, @Nullable Evidence weakest) {

  public static SaidFilter of(ViewParameters parameters, Query query) {
    return new SaidFilter(parameters.dayAsked(query), parameters.gradeAsked(query));
  }

  public boolean keeps(Attribution said) {
    return (day == null || !said.saidOn().isAfter(day))
        && (weakest == null || !said.evidence().isWeakerThan(weakest));
  }
}
