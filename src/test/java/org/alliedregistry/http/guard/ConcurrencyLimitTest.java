package org.alliedregistry.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.security.Requester;
import org.junit.jupiter.api.Test;

/** How many hold something at once. */
class ConcurrencyLimitTest {

  private final ConcurrencyLimit limit = new ConcurrencyLimit(8, 3);

  private static Requester address(int number) {
    return new Requester("address " + number, false);
  }

  private static Requester bearer(int number) {
    return new Requester("bearer " + number, true);
  }

  private List<Permit> all(Requester requester) {
    return Stream.generate(() -> limit.acquire(requester))
        .takeWhile(Optional::isPresent)
        .map(Optional::get)
        .toList();
  }

  @Test
  void oneHoldsNoMoreThanItsShare() {
    assertThat(all(address(1))).hasSize(3);
    assertThat(limit.hasRoom(address(1))).isFalse();
    assertThat(all(address(2))).hasSize(3);
  }

  @Test
  void thoseWithoutATokenLeaveAPartToThoseWithOne() {
    for (int address = 0; address < 5; address++) {
      all(address(address));
    }
    assertThat(limit.taken()).isEqualTo(6);

    assertThat(all(bearer(1))).hasSize(2);
    assertThat(limit.acquire(bearer(2))).isEmpty();
    assertThat(limit.taken()).isEqualTo(8);
  }

  @Test
  void whatIsReleasedIsThereOnceHoweverOftenItIsReleased() {
    List<Permit> held = all(address(1));
    held.get(0).release();
    held.get(0).release();

    assertThat(limit.taken()).isEqualTo(2);
    assertThat(all(address(1))).hasSize(1);
  }
}
