package org.alliedregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many wait to read the rows of a store that does not answer. */
class UncertainCommitTest {

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger reads = new AtomicInteger();
  private final UncertainCommit uncertainty = new UncertainCommit(now::get);

  private void failToRead() throws SQLException {
    reads.incrementAndGet();
    throw new SQLException("it does not answer");
  }

  @Test
  void onlyTheFirstOfSeveralReadsTheRows() {
    uncertainty.begin();
    for (int waiting = 0; waiting < 50; waiting++) {
      assertThatThrownBy(() -> uncertainty.resolve(this::failToRead))
          .isInstanceOf(SQLException.class);
    }
    assertThat(reads).hasValue(1);

    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThatThrownBy(() -> uncertainty.resolve(this::failToRead))
        .hasMessage("it does not answer");
    assertThat(reads).hasValue(2);
  }
}
