package org.alliedregistry.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
  void theOneWithMostGivesItsOldestPermitToOneWithFewer() {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String permit = "permit " + i;
      assertThat(limit.acquire(address(1), () -> left.add(permit))).isPresent();
      assertThat(limit.acquire(address(2), () -> left.add("of two"))).isPresent();
    }
    assertThat(limit.hasRoom(address(3))).isFalse();
    assertThat(limit.isObtainable(address(3))).isTrue();

    assertThat(limit.acquire(address(3), () -> left.add("of three"))).isPresent();
    assertThat(left).hasSize(1).first().isIn("permit 0", "of two");
    assertThat(limit.taken()).isEqualTo(6);
    assertThat(limit.acquire(address(3), () -> {})).isPresent();
    assertThat(limit.acquire(address(3), () -> {})).as("two each").isEmpty();
    assertThat(limit.isObtainable(address(3))).isFalse();
    assertThat(left).hasSize(2).doesNotContain("of three");
  }

  @Test
  void thoseWithATokenGiveWayOnlyToEachOther() {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      limit.acquire(bearer(1), () -> left.add("token one"));
      limit.acquire(bearer(2), () -> left.add("token two"));
    }
    limit.acquire(address(0), () -> left.add("address"));
    limit.acquire(address(1), () -> left.add("address"));
    assertThat(limit.acquire(address(2), () -> {})).isEmpty();
    assertThat(limit.acquire(bearer(3), () -> {})).isPresent();
    assertThat(left).hasSize(1).doesNotContain("address");
  }

  @Test
  void aPermitThatCannotGiveWayStays() {
    all(address(1));
    all(address(2));
    assertThat(limit.acquire(address(3), () -> {})).isEmpty();
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
