package org.alliedregistry.api.reference;

import java.time.LocalDate;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.question.AsOfParameters;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a history that a question asks for: all, unless it names a day or a grade.
 *
 * @param day the last day to show; null = all
 * @param weakest the weakest grade to show; null = all
 */
public record StatementCriteria(@Nullable LocalDate day, @Nullable EvidenceGrade weakest) {

  public static StatementCriteria of(AsOfParameters parameters, QueryReader reader) {
    return new StatementCriteria(parameters.dayAsked(reader), parameters.gradeAsked(reader));
  }

  public boolean keeps(Attribution statement) {
    return (day == null || !statement.saidOn().isAfter(day))
        && (weakest == null || !statement.evidence().isWeakerThan(weakest));
  }
}
