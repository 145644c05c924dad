package org.alliedregistry.seed;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.alliedregistry.access.LocalIssuer;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.problem.StrictJson;
import org.alliedregistry.registry.Registry;

/** Opens the registry: rebuilds it from its rows, and fills an empty store. */
@ApplicationScoped
class Opening {

  private final Ledger ledger;
  private final LocalIssuer issuer;
  private final Vertx vertx;
  private final SeedConfig config;

  Opening(Ledger ledger, LocalIssuer issuer, Vertx vertx, SeedConfig config) {
    this.ledger = ledger;
    this.issuer = issuer;
    this.vertx = vertx;
    this.config = config;
  }

  void open(@Observes StartupEvent event) {
    FutureTask<Void> token = new FutureTask<>(() -> issuer.open(vertx), null);
    new Thread(token, "first token").start();
    if (ledger.load().last() == null) {
      fill();
    }
    await(token);
    Registry now = ledger.registry();
    Log.infof(
        "The registry holds %d pledges; it knows %d allies and %d baselines.",
        now.pledges().size(), now.allies().size(), now.baselines().size());
  }

  /** The token is signed beside the loading: the first start is the one that everybody sees. */
  private static void await(FutureTask<Void> token) {
    try {
      token.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the first token cannot be left", e);
    }
  }

  /** Unless another node that starts at the same time does. */
  private void fill() {
    StrictJson json = new StrictJson(Bundle.AS_OF);
    if (!ledger.write(ReferenceData.RECORDER, new ReferenceData(json).plans())) {
      Log.info("Another node fills the store.");
    } else if (config.publicRecord()) {
      ledger.write(PublicRecord.RECORDER, new PublicRecord(json).plans());
    }
  }
}
