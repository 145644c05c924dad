package org.alliedregistry.architecture;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The folders at the top of the code, in three bands. A folder needs no folder of a later rank. */
public enum Folder {
  DOMAIN(0),
  PROBLEM(1),
  SETTINGS(1),
  JSON(2),
  LIFECYCLE(2),
  LEDGER(3),
  SECURITY(3),
  RECORDING(4),
  HTTP(5),
  API(6),
  SEED(7);

  private final int rank;

  Folder(int rank) {
    this.rank = rank;
  }

  /** Its directory and the last part of its package. */
  public String directory() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its package with all below it. */
  String allBelow(String root) {
    return root + "." + directory() + "..";
  }

  /** The packages of the folders that it must not need. */
  String[] above(String root) {
    return Stream.of(values())
        .filter(other -> other.rank > rank)
        .map(other -> other.allBelow(root))
        .toArray(String[]::new);
  }

  static Stream<Folder> withOthersAbove() {
    return Arrays.stream(values()).filter(folder -> folder != SEED);
  }
}
