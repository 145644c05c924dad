package org.alliedregistry.architecture;

import java.util.List;
import java.util.stream.Stream;

/** The folders of the domain, and which of each other each may need. */
enum DomainFolder {
  QUANTITY("quantity"),
  REFERENCE("reference"),
  COLLECTION("collection"),
  STATEMENT("pledge.statement", QUANTITY, REFERENCE),
  PLEDGE("pledge", STATEMENT, QUANTITY, REFERENCE),
  BASELINE("baseline", QUANTITY, REFERENCE),
  DECLARATION("declaration", REFERENCE),
  RECORD("record", COLLECTION, DECLARATION, PLEDGE, STATEMENT, BASELINE, QUANTITY, REFERENCE),
  CONTRIBUTION("coverage.contribution", RECORD, PLEDGE, STATEMENT, BASELINE, QUANTITY, REFERENCE),
  COVERAGE("coverage", CONTRIBUTION, RECORD, PLEDGE, STATEMENT, BASELINE, QUANTITY, REFERENCE),
  CHANGE(
      "coverage.change",
      COVERAGE,
      CONTRIBUTION,
      RECORD,
      PLEDGE,
      STATEMENT,
      BASELINE,
      QUANTITY,
      REFERENCE);

  private final String path;
  private final List<DomainFolder> needed;

  DomainFolder(String path, DomainFolder... needed) {
    this.path = path;
    this.needed = List.of(needed);
  }

  String path() {
    return path;
  }

  /** Its package, without what lies below it. */
  String in(String root) {
    return root + ".domain." + path;
  }

  /** The packages it may depend on. */
  String[] allowedIn(String root) {
    return Stream.concat(
            Stream.of("java..", "org.jspecify..", in(root)), needed.stream().map(f -> f.in(root)))
        .toArray(String[]::new);
  }
}
