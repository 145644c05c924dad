package org.alliedregistry.seed;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.alliedregistry.access.LocalIssuer;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.problem.StrictJson;
import org.alliedregistry.registry.Registry;

/** Opens the registry: rebuilds it from its rows, and fills an empty store. */
@ApplicationScoped
class Opening {

  private final Ledger ledger;
  private final LocalIssuer issuer;
  private final StrictJson json;
  private final SeedConfig config;

  Opening(Ledger ledger, LocalIssuer issuer, StrictJson json, SeedConfig config) {
    this.ledger = ledger;
    this.issuer = issuer;
    this.json = json;
    this.config = config;
  }

  void open(@Observes StartupEvent event) {
    if (ledger.load().last() == null) {
      fill();
    }
    issuer.leaveFirstToken();
    Registry now = ledger.registry();
    Log.infof(
        "The registry holds %d pledges of %d allies, scored against %d baselines.",
        now.pledges().size(), now.allies().size(), now.baselines().size());
  }

  private void fill() {
    ledger.write(ReferenceData.RECORDER, new ReferenceData(json).plans());
    if (config.publicRecord()) {
      ledger.write(PublicRecord.RECORDER, new PublicRecord(json).plans());
    }
  }
}
