package org.alliedregistry.seed;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.Ledger.AuthoredCommands;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.security.token.LocalTokenIssuer;

/** Opens the registry: reads the entries of the store, and fills an empty store. */
@ApplicationScoped
class RegistryStartup {

  /** The difference of clocks that is accepted without a warning. */
  private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofMinutes(1);

  private final Ledger ledger;
  private final AudienceViews views;
  private final LocalTokenIssuer issuer;
  private final Vertx vertx;
  private final SeedConfig config;
  private final RecordUpdate update;
  private final Clock clock;

  RegistryStartup(
      Ledger ledger,
      AudienceViews views,
      LocalTokenIssuer issuer,
      Vertx vertx,
      SeedConfig config,
      RecordUpdate update,
      Clock clock) {
    this.ledger = ledger;
    this.views = views;
    this.issuer = issuer;
    this.vertx = vertx;
    this.config = config;
    this.update = update;
    this.clock = clock;
  }

  void open(@Observes StartupEvent event) {
    FutureTask<Void> token = new FutureTask<>(() -> issuer.open(vertx), null);
    new Thread(token, "first token").start();
    if (ledger.load().last() == null) {
      fill();
    } else {
      openFilled();
    }
    views.prepare();
    await(token);
    warning(clock.instant(), ledger.head().at()).ifPresent(Log::warn);
    RegistrySnapshot registry = ledger.registry();
    Log.infof(
        "The registry has %d pledges, %d allies and %d baselines.",
        registry.pledges().size(), registry.allies().size(), registry.baselines().size());
  }

  /** The warning if the clock is behind the last entry; else empty. */
  static Optional<String> warning(Instant now, Instant last) {
    return last.isAfter(now.plus(MAX_CLOCK_DIFFERENCE))
        ? Optional.of(
            "The clock shows "
                + now
                + ", but the last entry was recorded at "
                + last
                + ". Correct the clock. Until then, tokens that were issued later are refused as"
                + " not valid yet.")
        : Optional.empty();
  }

  /** The token is signed while the record is loaded, which shortens the first start. */
  private static void await(FutureTask<Void> token) {
    try {
      token.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the first token cannot be written", e);
    }
  }

  private void fill() {
    if (!fill(ledger, config.publicRecord() != SeedConfig.Use.NONE)) {
      Log.info("Another node records the first entries.");
    }
  }

  private void openFilled() {
    addMissingReferenceData(ledger);
    switch (config.publicRecord()) {
      case NONE -> {}
      case FILL -> update.compareLater();
      case UPDATE -> update.update();
    }
  }

  /**
   * Adds the bundled reference data that a store of an earlier release does not have. What is there
   * stays as it is. An item that does not fit what is there, such as a baseline whose condition
   * somebody defined otherwise, is left out, and the log says why.
   *
   * @return the number of items; 0 if another node adds them
   */
  static int addMissingReferenceData(Ledger ledger) {
    RegistrySnapshot basis = ledger.registry();
    UpdateDraft draft = new UpdateDraft(basis);
    draft.decide(
        ReferenceData.RECORDER,
        new ReferenceData(new StrictJson(SeedFiles.AS_OF)).missingSteps(basis));
    UpdatePlan plan = draft.plan();
    plan.refused().forEach(refusal -> Log.warnf("Not added: %s", refusal));
    if (plan.isEmpty() || !ledger.append(basis, plan.commands())) {
      return 0;
    }
    int added = plan.count(Change.Kind.REFERENCE_DATA);
    Log.infof("Recorded %d new items of reference data.", added);
    return added;
  }

  /**
   * Fills an empty store, unless another node that starts at the same time does. It is one
   * transaction, so a service that is stopped meanwhile leaves the store empty and fills it at its
   * next start.
   *
   * @return whether the store was filled
   */
  static boolean fill(Ledger ledger, boolean withPublicRecord) {
    StrictJson json = new StrictJson(SeedFiles.AS_OF);
    List<AuthoredCommands> commands = new ArrayList<>();
    commands.add(new AuthoredCommands(ReferenceData.RECORDER, new ReferenceData(json).commands()));
    if (withPublicRecord) {
      commands.add(new AuthoredCommands(PublicRecord.RECORDER, new PublicRecord(json).commands()));
    }
    return ledger.append(commands);
  }
}
