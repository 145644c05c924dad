package org.alliedregistry.api.coverage;

import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.question.AsOfParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.question.RecordContext;

/**
 * A question about one day, and the snapshot that answers it.
 *
 * @param context the snapshot, and whose view it is
 */
record CoverageRequest(CoverageQuery question, RecordContext context) {

  RegistrySnapshot registry() {
    return context.registry();
  }

  /** The view of a question on this snapshot: this one, or a what-if variant of it. */
  CoverageQueryView echo(CoverageQuery query) {
    return CoverageQueryView.of(query, context);
  }

  /**
   * @throws org.alliedregistry.problem.ProblemException naming every parameter that is not
   *     understood
   */
  static CoverageRequest of(
      AsOfParameters view,
      AvailabilityParameters question,
      RecordAccess recordAccess,
      QueryReader reader) {
    RecordContext context = recordAccess.context(view, reader);
    AsOf from = view.viewpoint(reader, context);
    return new CoverageRequest(
        question.question(context.registry(), from, question.availableOn(reader), reader), context);
  }
}
