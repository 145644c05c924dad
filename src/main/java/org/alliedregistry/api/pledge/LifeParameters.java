package org.alliedregistry.api.pledge;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.alliedregistry.api.pledge.TermsView.Flag;
import org.alliedregistry.http.QueryReader;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filters of the list of pledges by what is due and what nobody repeated. */
public class LifeParameters extends StaleAfterParameter {

  @RestQuery
  @Parameter(
      description = "true: only pledges with the flag OVERDUE. false: only pledges without it.",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Nullable String overdue;

  @RestQuery
  @Parameter(
      description = "true: only pledges with the flag STALE. false: only pledges without it.",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Nullable String stale;

  @RestQuery
  @Parameter(
      description = "Only pledges that are due before this day.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String dueBefore;

  /** The filters on the terms of the pledge. Violations go to the reader. */
  Predicate<TermsView> terms(QueryReader reader) {
    boolean isOverdue = reader.bool("overdue", overdue);
    boolean isStale = reader.bool("stale", stale);
    LocalDate before = reader.date("dueBefore", dueBefore);
    return terms ->
        (overdue == null || terms.flags().contains(Flag.OVERDUE) == isOverdue)
            && (stale == null || terms.flags().contains(Flag.STALE) == isStale)
            && (before == null || (terms.dueOn() != null && terms.dueOn().isBefore(before)));
  }
}
