package org.alliedregistry.coverage.web;

import java.time.Clock;
import java.time.Instant;
import org.alliedregistry.coverage.CoverageQuery;
import org.alliedregistry.ledger.web.Archive;
import org.alliedregistry.ledger.web.ViewParameters;
import org.alliedregistry.problem.Query;
import org.alliedregistry.reference.Audience;
import org.alliedregistry.reference.Viewpoint;
import org.alliedregistry.registry.Registry;
import org.jspecify.annotations.Nullable;

/**
 * A question of one day, and the registry it is asked of.
 *
 * @param knownAt null where the registry is asked as it is now
 * @param audience whose eyes see the registry
 */
record Asked(
    CoverageQuery question, Registry registry, @Nullable Instant knownAt, Audience audience) {

  /** What was asked, or what was asked instead of it. */
  QuestionView echo(CoverageQuery query) {
    return QuestionView.of(query, knownAt, audience);
  }

  /**
   * @throws org.alliedregistry.problem.Refusal naming every parameter that is not understood
   */
  static Asked of(
      ViewParameters view, ThatDayParameters question, Archive archive, Clock clock, Query query) {
    Registry registry = archive.registry(view, query);
    Viewpoint from = view.viewpoint(query, clock);
    CoverageQuery asked = question.question(registry, from, question.availableOn(query), query);
    return new Asked(asked, registry, view.knownAt(query), archive.audience(view, query));
  }
}
