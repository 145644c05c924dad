package org.alliedregistry.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import org.alliedregistry.ledger.row.PrivateStore;
import org.alliedregistry.problem.StartupRefused;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;

/** A start on a store whose entries cannot be read. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class LedgerLoadTest {

  private final PrivateStore store = new PrivateStore();

  @Test
  void saysThatTheStoreCannotBeRead() {
    store.execute("alter table ledger_entry drop column content");

    assertThatThrownBy(() -> store.ledger(Clock.systemUTC()))
        .isInstanceOf(StartupRefused.class)
        .hasMessageStartingWith("the store cannot be read: ");
  }
}
