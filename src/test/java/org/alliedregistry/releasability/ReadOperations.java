package org.alliedregistry.releasability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alliedregistry.support.Contract;

/** Which reading operations of the contract were asked, and how they were answered. */
final class ReadOperations {

  /** These answer nobody else. */
  private static final Set<String> OF_THE_SECRETARIAT =
      Set.of("getLedgerHead", "verifyLedger", "listTokens");

  /** By path and method, as {@code /v1/pledges/{id} GET}. */
  private final Map<String, String> ids = new TreeMap<>();

  private final Map<String, Set<Integer>> answers = new TreeMap<>();

  ReadOperations() {
    Contract.document()
        .path("paths")
        .properties()
        .forEach(
            path -> {
              add(path.getKey(), "GET", path.getValue().path("get"));
              JsonNode post = path.getValue().path("post");
              if (post.path("operationId").asText().equals("askWhatIf")) {
                add(path.getKey(), "POST", post);
              }
            });
  }

  private void add(String path, String method, JsonNode operation) {
    if (operation.has("operationId")) {
      String id = operation.get("operationId").asText();
      ids.put(path + " " + method, id);
      answers.put(id, new TreeSet<>());
    }
  }

  void answered(PairedRequest request, int status) {
    operation(request).ifPresent(id -> answers.get(id).add(status));
  }

  /** A literal path before one with parameters. */
  private Optional<String> operation(PairedRequest request) {
    String exact = ids.get(request.path() + " " + request.method());
    return exact != null
        ? Optional.of(exact)
        : ids.entrySet().stream()
            .filter(e -> (request.path() + " " + request.method()).matches(pattern(e.getKey())))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  private static String pattern(String template) {
    return template.replaceAll("\\{[^}]+}", "[^/]+");
  }

  /** The operations never asked, or never answered as they should be. */
  Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    answers.forEach(
        (id, statuses) -> {
          boolean asItShouldBe =
              OF_THE_SECRETARIAT.contains(id)
                  ? !statuses.isEmpty() && Set.of(401, 403).containsAll(statuses)
                  : statuses.contains(200);
          if (!asItShouldBe) {
            missing.add(id + " was answered " + statuses);
          }
        });
    return missing;
  }
}
