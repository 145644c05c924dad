package org.alliedregistry.api.coverage;

import java.time.Clock;
import java.time.Instant;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.read.AsOfParameters;
import org.alliedregistry.http.read.RecordAccess;
import org.jspecify.annotations.Nullable;

/**
 * A question about one day, and the snapshot that answers it.
 *
 * @param knownAt null = the latest snapshot
 * @param audience the audience whose view the snapshot is
 */
record CoverageRequest(
    CoverageQuery question,
    RegistrySnapshot registry,
    @Nullable Instant knownAt,
    Audience audience) {

  /** The view of a question on this snapshot: this one, or a what-if variant of it. */
  CoverageQueryView echo(CoverageQuery query) {
    return CoverageQueryView.of(query, knownAt, audience);
  }

  /**
   * @throws org.alliedregistry.problem.ProblemException naming every parameter that is not
   *     understood
   */
  static CoverageRequest of(
      AsOfParameters view,
      AvailabilityParameters question,
      RecordAccess recordAccess,
      Clock clock,
      QueryReader reader) {
    RegistrySnapshot registry = recordAccess.registry(view, reader);
    AsOf from = view.viewpoint(reader, clock);
    CoverageQuery asked = question.question(registry, from, question.availableOn(reader), reader);
    return new CoverageRequest(
        asked, registry, view.knownAt(reader), recordAccess.audience(view, reader));
  }
}
