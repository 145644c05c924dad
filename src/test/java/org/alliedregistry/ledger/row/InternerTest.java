package org.alliedregistry.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values that become one object. */
class InternerTest {

  private final Interner<String> pool = new Interner<>();

  @Test
  void aValueReadAgainSoonIsTheSameObject() {
    String first = pool.one("Minister of Defence".concat(""));

    assertThat(pool.one(new StringBuilder(first).toString())).isSameAs(first);
  }

  @Test
  void whateverItForgetsAValueIsNeverAnother() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 100_000; i++) {
        String value = "statement " + i;
        assertThat(pool.one(value)).isEqualTo(value);
      }
    }
  }
}
