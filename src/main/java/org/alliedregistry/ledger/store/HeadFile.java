package org.alliedregistry.ledger.store;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last head in a file: one line of one length, which is written over. It is written once the
 * entry is on the disk, and not forced there itself: after a loss of power it may name an earlier
 * entry.
 */
public final class HeadFile {

  /** As many digits as the greatest sequence has. */
  private static final int DIGITS = 19;

  private static final Pattern LINE = Pattern.compile("(\\d{" + DIGITS + "}) ([0-9a-f]{64})\n");

  private final Path file;
  private final AtomicBoolean isBehind = new AtomicBoolean();

  public HeadFile(Path file) {
    this.file = file;
  }

  /** The recorded head; empty if there is none yet. */
  public Optional<LedgerHead> read() throws LedgerCorrupted {
    try {
      String line = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
      if (line.isEmpty()) {
        return Optional.empty();
      }
      Matcher found = LINE.matcher(line);
      if (!found.matches()) {
        throw new LedgerCorrupted(
            file + " does not name an entry; restore it with the store from a backup");
      }
      return Optional.of(new LedgerHead(Long.parseLong(found.group(1)), found.group(2)));
    } catch (IOException e) {
      throw new LedgerCorrupted(file + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** Writes the head. A failure is only logged, because the entry is recorded already. */
  void write(LedgerHead head) {
    byte[] line = line(head).getBytes(StandardCharsets.ISO_8859_1);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      boolean isNew = channel.size() != line.length;
      channel.truncate(line.length);
      channel.write(ByteBuffer.wrap(line), 0);
      if (isNew) {
        channel.force(true);
      }
      isBehind.set(false);
    } catch (IOException e) {
      if (!isBehind.getAndSet(true)) {
        Log.warnf(
            "the last entry could not be written to %s: %s", file, e.getClass().getSimpleName());
      }
    }
  }

  /** The sequence in 19 digits, and the hash. Each commit writes it, so no formatter is made. */
  private static String line(LedgerHead head) {
    String digits = Long.toString(head.sequence());
    return "0".repeat(DIGITS - digits.length()) + digits + " " + head.hash() + "\n";
  }

  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
