package org.alliedregistry.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.IdempotencyKey;
import org.alliedregistry.ledger.row.IdempotentResponse;
import org.alliedregistry.ledger.row.StoredResponse;
import org.junit.jupiter.api.Test;

class WriteDecisionTest {

  @Test
  void hasNoReplyToKeepWhereNothingIsWritten() {
    IdempotentResponse kept =
        new IdempotentResponse(
            new IdempotencyKey("caller", "key", "digest"),
            new StoredResponse(201, null, null, "application/json", new byte[0]));

    assertThatThrownBy(
            () ->
                new WriteDecision(
                    List.of(), List.of(kept), RegistrySnapshot.EMPTY, WriteDecision.NO_RESPONSE))
        .isInstanceOf(IllegalStateException.class);
  }
}
