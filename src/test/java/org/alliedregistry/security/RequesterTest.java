package org.alliedregistry.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what callers are told apart. */
class RequesterTest {

  private static Requester at(String address) {
    return Requester.at(SocketAddress.inetSocketAddress(1, address));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "::ffff:192.0.2.1, ::ffff:192.0.2.2, false"
  })
  void aNetworkOfVersionSixIsOneCaller(String one, String other, boolean isSame) {
    assertThat(at(one).equals(at(other))).isEqualTo(isSame);
  }

  @Test
  void aConnectionThatIsGoneHasNoAddressAndFailsNobody() {
    assertThat(Requester.at(null)).isEqualTo(new Requester("address unknown", false));
  }

  @Test
  void whatIsForwardedAndNoAddressIsOneCallerHoweverItVaries() {
    assertThat(at("x".repeat(9_000))).isEqualTo(at("y"));
  }
}
