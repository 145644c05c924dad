package org.alliedregistry.api.events;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    add(query, "type", type);
    add(query, "ally", ally);
    add(query, "pledge", pledge);
  }

  /** Adds a parameter to those of a query, unless it is null. */
  static void add(List<String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
