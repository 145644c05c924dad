package org.alliedregistry.ledger.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The directory with the embedded store, the key and the first token. */
public final class DataDirectory {

  /** Less than a store needs to open, or to go on. */
  private static final long LEAST_BYTES = 1 << 20;

  private static final String OTHER = ", or name another directory in REGISTRY_DATA_DIR";

  private DataDirectory() {}

  /** The reason why a directory cannot be written, and what to do; empty if it can. */
  public static Optional<String> fault(Path directory) {
    Path there = directory.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      return Optional.of(there + " is a file, not a directory; name one in REGISTRY_DATA_DIR");
    }
    if (!Files.isWritable(there)) {
      return Optional.of(
          "nothing can be written in " + there + "; allow it, mount it writable" + OTHER);
    }
    return isFull(there)
        ? Optional.of("the volume of " + there + " is full; make room" + OTHER)
        : Optional.empty();
  }

  /** Whether the volume is full. A volume of unknown size counts as not full. */
  private static boolean isFull(Path directory) {
    try {
      FileStore volume = Files.getFileStore(directory);
      return volume.getTotalSpace() > 0 && volume.getUsableSpace() < LEAST_BYTES;
    } catch (IOException e) {
      return false;
    }
  }
}
