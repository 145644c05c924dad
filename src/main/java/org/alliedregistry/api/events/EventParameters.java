package org.alliedregistry.api.events;

import java.util.List;
import java.util.Set;
import org.alliedregistry.http.QueryReader;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filters of the change feed. An event must match all that are given. */
public class EventParameters {

  @RestQuery
  @QueryReader.CommaList
  @Parameter(
      description =
          "Only events of these types, separated by commas: the word before `.recorded` in the type"
              + " of an event, such as statement or pledge. With a filter, an answer may have no"
              + " event although more follow: go on with `next`.")
  @Nullable String type;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(
      description =
          "Only events on pledges of these allies or about these allies, separated by commas.")
  @Nullable String ally;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only events on the pledges with these ids, separated by commas.")
  @Nullable String pledge;

  EventFilter filter(QueryReader reader, Set<String> allies) {
    Set<String> types = reader.codes("type", type);
    for (String one : types) {
      if (!EventFilter.knownTypes().contains(one)) {
        reader.addViolation(
            "type", "must be one of " + String.join(", ", EventFilter.knownTypes()));
      }
    }
    return new EventFilter(
        types, reader.knownCodes("ally", ally, "ally", allies), reader.codes("pledge", pledge));
  }

  /** Adds the parameters that are given to those of a query. */
  void addTo(List<String> query) {
    EventResource.add(query, "type", type);
    EventResource.add(query, "ally", ally);
    EventResource.add(query, "pledge", pledge);
  }
}
