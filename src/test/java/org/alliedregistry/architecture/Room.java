package org.alliedregistry.architecture;

import java.util.List;
import java.util.stream.Stream;

/** The rooms of the house, each named once, and what the pure ones may know of each other. */
public enum Room {
  QUANTITY,
  REFERENCE,
  PLEDGE(QUANTITY, REFERENCE),
  BASELINE(QUANTITY, REFERENCE),
  COVERAGE(PLEDGE, BASELINE, QUANTITY, REFERENCE),
  REGISTRY(COVERAGE, PLEDGE, BASELINE, QUANTITY, REFERENCE),
  LEDGER,
  ACCESS,
  PROBLEM,
  SEED,
  FEED,
  CONTRACT,
  SETTINGS;

  /** The rooms whose own package, not its web, is pure. */
  static final List<Room> PURE = List.of(QUANTITY, REFERENCE, PLEDGE, BASELINE, COVERAGE, REGISTRY);

  private final List<Room> known;

  Room(Room... known) {
    this.known = List.of(known);
  }

  /** Its directory and the last part of its package. */
  public String directory() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Its package, without what lies below it. */
  String in(String root) {
    return root + "." + directory();
  }

  /** The packages a pure room may depend on. */
  String[] allowedIn(String root) {
    return Stream.concat(
            Stream.of("java..", "org.jspecify..", in(root)), known.stream().map(r -> r.in(root)))
        .toArray(String[]::new);
  }
}
