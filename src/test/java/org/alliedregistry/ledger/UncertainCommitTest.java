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
  private final AtomicInteger looks = new AtomicInteger();
  private final UncertainCommit doubt = new UncertainCommit(now::get);

  private void lookInVain() throws SQLException {
    looks.incrementAndGet();
    throw new SQLException("it does not answer");
  }

  @Test
  void oneLooksAndTheOthersFailWithIt() {
    doubt.begin();
    for (int waiting = 0; waiting < 50; waiting++) {
      assertThatThrownBy(() -> doubt.clear(this::lookInVain)).isInstanceOf(SQLException.class);
    }
    assertThat(looks).hasValue(1);

    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThatThrownBy(() -> doubt.clear(this::lookInVain)).hasMessage("it does not answer");
    assertThat(looks).hasValue(2);
  }
}
