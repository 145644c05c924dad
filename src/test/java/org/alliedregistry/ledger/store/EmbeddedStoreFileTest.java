package org.alliedregistry.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.row.StoredResponse;
import org.alliedregistry.ledger.store.RecordedFiles.Step;
import org.alliedregistry.support.MovableClock;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the embedded store, with the settings that the service has. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class EmbeddedStoreFileTest {

  private static final int MOST_BYTES_A_WRITE = 4_096;
  private static final int BLOCK = 4_096;
  private static final StoredResponse REPLY =
      new StoredResponse(201, null, null, "application/json", new byte[0]);

  @TempDir Path dir = Path.of("");

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private final Random random = new Random(7);

  private Ledger ledger(FileStore store) {
    return store.ledger(clock);
  }

  /** One write as large as a statement. */
  private void write(Ledger ledger) {
    StringBuilder text = new StringBuilder("A vote");
    while (text.length() < 700) {
      text.append(' ').append(Integer.toString(random.nextInt(1 << 24), 36));
    }
    String code = "V" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    List<EntryContent> content =
        List.of(
            new EntryContent.ConditionVersionRecorded(new Condition(code, text.toString(), true)));
    ledger.append("secretariat", registry -> content, after -> () -> REPLY, null);
  }

  @Test
  void growsByNoMoreThanFourKilobytesForASingleWrite() throws Exception {
    try (FileStore store = FileStore.in("nioMemFS:" + UUID.randomUUID())) {
      Ledger ledger = ledger(store);
      long before = store.size();
      int writes = 1_500;
      for (int i = 0; i < writes; i++) {
        write(ledger);
      }
      assertThat((store.size() - before) / writes).isLessThanOrEqualTo(MOST_BYTES_A_WRITE);
    }
  }

  /**
   * After a loss of power what was forced is on the disk, and of what was written since, each write
   * may be there, in any order, or its beginning. (A write whose beginning and end are there and
   * whose middle is not, the database does not detect, whatever its settings.)
   */
  @Test
  void hasWhatWasAcknowledgedWheneverThePowerIsLost() throws Exception {
    RecordedFiles.register();
    List<Integer> acknowledged = new ArrayList<>();
    try (FileStore store = FileStore.in("recorded:nioMemFS:" + UUID.randomUUID())) {
      Ledger ledger = ledger(store);
      for (int i = 0; i < 300; i++) {
        write(ledger);
        acknowledged.add(RecordedFiles.STEPS.size());
      }
    }
    List<Step> steps = List.copyOf(RecordedFiles.STEPS);
    Disk disk = new Disk();
    int next = 0;
    for (Step step : steps) {
      disk.then(step);
      next++;
      if (next > acknowledged.get(0) && random.nextInt(40) == 0) {
        int number = next;
        long history = acknowledged.stream().filter(done -> done <= number).count();
        assertHas(disk.afterLossOfPower(random), history);
      }
    }
  }

  private void assertHas(byte[] file, long writes) throws Exception {
    Path own = Files.createTempDirectory(dir, "lost");
    Files.write(own.resolve("registry.mv.db"), file);
    try (FileStore store = FileStore.in("file:" + own.resolve("registry"))) {
      assertThat(ledger(store).registry().log().size()).isGreaterThanOrEqualTo((int) writes);
    }
  }

  /** What is on a disk, and what is on the way to it. */
  private static final class Disk {

    private final List<Step> underWay = new ArrayList<>();
    private byte[] safe = new byte[0];

    void then(Step step) {
      if (step instanceof Step.Forced) {
        underWay.forEach(done -> safe = with(safe, done));
        underWay.clear();
      } else {
        underWay.add(step);
      }
    }

    /** Each write that is on the way may have arrived, whole or in part. */
    byte[] afterLossOfPower(Random random) {
      byte[] left = safe;
      for (Step step : underWay) {
        int luck = random.nextInt(3);
        if (luck == 0) {
          left = with(left, step);
        } else if (luck == 1 && step instanceof Step.Written written) {
          int blocks = random.nextInt(written.bytes().length / BLOCK + 1);
          left =
              with(
                  left,
                  new Step.Written(
                      written.position(), Arrays.copyOf(written.bytes(), blocks * BLOCK)));
        }
      }
      return left;
    }

    private static byte[] with(byte[] file, Step step) {
      if (step instanceof Step.Cut cut) {
        return Arrays.copyOf(file, Math.toIntExact(Math.min(file.length, cut.length())));
      }
      Step.Written written = (Step.Written) step;
      int end = Math.toIntExact(written.position()) + written.bytes().length;
      byte[] grown = Arrays.copyOf(file, Math.max(file.length, end));
      System.arraycopy(
          written.bytes(), 0, grown, Math.toIntExact(written.position()), written.bytes().length);
      return grown;
    }
  }
}
