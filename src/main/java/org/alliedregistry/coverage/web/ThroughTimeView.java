package org.alliedregistry.coverage.web;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.coverage.Course;
import org.alliedregistry.coverage.Span;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Coverage through the days of a span, as sent: a timeline or a history. */
@Schema(name = "CoverageThroughTime", description = "Coverage on each day of a span.")
public record ThroughTimeView(
    LocalDate from,
    LocalDate to,
    QuestionView question,
    String revision,
    List<CourseView> requirements) {

  static ThroughTimeView of(
      Span span, QuestionView question, String revision, List<Course> courses) {
    return new ThroughTimeView(
        span.from(), span.to(), question, revision, courses.stream().map(CourseView::of).toList());
  }
}
