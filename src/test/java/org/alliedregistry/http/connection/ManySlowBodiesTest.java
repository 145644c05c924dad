package org.alliedregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.RawConnection;
import org.junit.jupiter.api.Test;

/** More bodies that do not arrive than there are threads. */
@QuarkusTest
class ManySlowBodiesTest {

  private static final int MANY = 400;

  @Test
  void bodiesThatDoNotArriveKeepNobodyElseWaiting() throws Exception {
    List<RawConnection> slow = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        slow.add(
            RawConnection.open()
                .ask(
                    "POST /v1/coverage/what-if",
                    "Content-Type: application/json",
                    "Content-Length: 1000")
                .say("{"));
      }
      assertThat(ApiClient.secretariat().get("/v1/allies/EST").status()).isEqualTo(200);
      assertThat(slow).noneMatch(ManySlowBodiesTest::isAnswered);
    } finally {
      for (RawConnection wire : slow) {
        wire.close();
      }
    }
  }

  /** Whoever was cut off already keeps nobody waiting any more. */
  private static boolean isAnswered(RawConnection wire) {
    try {
      return wire.isAnswered();
    } catch (java.io.IOException e) {
      return true;
    }
  }
}
