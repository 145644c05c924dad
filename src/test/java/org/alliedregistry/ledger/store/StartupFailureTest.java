package org.alliedregistry.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;

/** Why the service does not start, in one line. */
class StartupFailureTest {

  @Test
  void namesWhatOfTheTablesIsNotAsItShouldBe() {
    Throwable failure =
        new RuntimeException(
            "Failed to start quarkus",
            new IllegalStateException(
                new SchemaManagementException(
                    "Schema validation: missing column [content] in table [ledger_entry]")));

    assertThat(StartupFailure.reason(failure, null))
        .contains(
            "the tables of the store are not those of this release (Schema validation: missing"
                + " column [content] in table [ledger_entry]); undo what was changed in them by"
                + " hand, or restore a backup");
  }

  @Test
  void saysNothingWhereItIsNotKnownWhatToDo() {
    assertThat(StartupFailure.reason(new IllegalStateException("?"), null)).isEmpty();
  }
}
