package org.alliedregistry.seed;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.problem.ProblemException;

/** Updates the public record of a store that an earlier release filled, or says that it differs. */
@ApplicationScoped
class RecordUpdate {

  /** How often the store is compared again because another node recorded entries meanwhile. */
  private static final int MAX_ATTEMPTS = 10;

  /** The comparison waits until the first questions after the start are answered. */
  private static final Duration DELAY = Duration.ofSeconds(5);

  private static final int MAX_LINES_LOGGED = 20;

  private final Ledger ledger;
  private final CountDownLatch stopped = new CountDownLatch(1);

  RecordUpdate(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Compares the store with the bundled files some seconds later, on a thread of its own, and logs
   * a warning if the store is older. Whatever happens there, the service continues.
   */
  void compareLater() {
    Thread thread = new Thread(this::compare, "record comparison");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  @PreDestroy
  void stop() {
    stopped.countDown();
  }

  private void compare() {
    try {
      if (!stopped.await(DELAY.toMillis(), TimeUnit.MILLISECONDS)
          && PublicRecord.isIn(ledger.registry())) {
        warning(plan(ledger.registry())).ifPresent(Log::warn);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      Log.warn("The store could not be compared with the public record of this release.", e);
    }
  }

  private static UpdatePlan plan(RegistrySnapshot registry) {
    StrictJson json = new StrictJson(SeedFiles.AS_OF);
    return UpdatePlan.of(registry, new ReferenceData(json), new PublicRecord(json));
  }

  /** The warning if there is any difference; else empty. Which of the two is newer is not known. */
  static Optional<String> warning(UpdatePlan plan) {
    return plan.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The public record in the store differs from that of this release. An update would"
                + " record "
                + plan.inWords()
                + ". It deletes nothing, and knownAt still gives every earlier answer. If this"
                + " release is the newer one, start once with REGISTRY_PUBLIC_RECORD=update.");
  }

  /** Updates the store. If that fails, the log says why, and the service starts nevertheless. */
  void update() {
    try {
      update(ledger);
    } catch (RuntimeException e) {
      Log.error(
          "The update of the public record failed. Start again with REGISTRY_PUBLIC_RECORD=update:"
              + " a second update records only what is missing.",
          e);
    }
  }

  /**
   * Records the difference between the store and the bundled files, in one transaction.
   *
   * @return whether anything was recorded
   * @throws ProblemException if the store fails
   */
  static boolean update(Ledger ledger) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      ledger.catchUp();
      RegistrySnapshot basis = ledger.registry();
      UpdatePlan plan = plan(basis);
      if (plan.isEmpty()) {
        Log.info("The public record in the store is that of this release. Nothing to update.");
        logWhatStays(plan);
        return false;
      }
      Log.infof("Updating the public record (%s).", plan.inWords());
      if (ledger.append(basis, plan.commands())) {
        Log.info("The public record was updated.");
        logWhatStays(plan);
        return true;
      }
      Log.info("Another node recorded entries meanwhile. The store is compared again.");
    }
    Log.error(
        "The public record was not updated, because other nodes recorded entries at each of 10"
            + " attempts. Start again with REGISTRY_PUBLIC_RECORD=update.");
    return false;
  }

  private static void logWhatStays(UpdatePlan plan) {
    log(plan.leftAlone(), "Left as it is, because others recorded its last version: %s");
    log(plan.refused(), "Not updated: %s");
  }

  private static void log(List<String> paths, String line) {
    paths.stream().limit(MAX_LINES_LOGGED).forEach(path -> Log.warnf(line, path));
    if (paths.size() > MAX_LINES_LOGGED) {
      Log.warnf("%d more like the line before.", paths.size() - MAX_LINES_LOGGED);
    }
  }
}
