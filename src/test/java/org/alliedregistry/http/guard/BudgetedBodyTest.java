package org.alliedregistry.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.zip.GZIPOutputStream;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.security.Requester;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetedBodyTest {

  /** What a body is read into. */
  public record Empty(String nothing) {}

  private static final int MIB = 1 << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final BodyBudget budget = new BodyBudget(1L << 30);
  private final Requester holder = new Requester("192.0.2.1", false);
  private final BudgetedBody body = new BudgetedBody(budget, holder);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ProblemType typeOf(Throwable thrown) {
    return ((ProblemException) thrown).type();
  }

  /** What is loaded once is none of a body's. */
  @BeforeAll
  static void warmUp() {
    read(new ByteArrayInputStream(bytes("[{\"a\":[1,1.5,\"b\",true,null]}]")));
  }

  private static void read(InputStream json) {
    assertThatThrownBy(() -> new StrictJson(Clock.systemUTC()).read(json, Empty.class))
        .isInstanceOf(ProblemException.class);
  }

  /** All that is allocated, also what is not held until the end, is less than what is charged. */
  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "1", "1.1", "1e5", "\"a\"", "{\"\":1}", "[1]", "{\"#\":1}"})
  void whatIsChargedCoversWhatReadingTakes(String item) {
    StringBuilder json = new StringBuilder("[1");
    for (int i = 0; i < 12_000; i++) {
      json.append(",").append(item.replace("#", "k" + i));
    }
    body.add(bytes(json.append("]").toString()));
    InputStream ready = body.json(false);

    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    read(ready);
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

    assertThat(allocated).isLessThan(budget.held());
  }

  @Test
  void allIsGivenBackAtTheEnd() {
    body.add(bytes("{\"a\":[1,2]}"));
    body.json(false);
    assertThat(budget.held()).isEqualTo(11 * BudgetedBody.PER_BYTE + 4 * BudgetedBody.PER_VALUE);
    body.close();
    body.close();
    assertThat(budget.held()).isZero();
  }

  @Test
  void whatIsDecodedCountsToo() throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
      out.write(bytes(" ".repeat(MIB)));
    }
    body.add(coded.toByteArray());
    body.json(true);
    assertThat(budget.held()).isEqualTo((coded.size() + MIB) * (long) BudgetedBody.PER_BYTE);
  }

  @Test
  void aBombIsRefusedOnceItIsTooLarge() throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
      for (int i = 0; i < 500; i++) {
        out.write(new byte[MIB]);
      }
    }
    body.add(coded.toByteArray());

    assertThatThrownBy(() -> body.json(true))
        .satisfies(thrown -> assertThat(typeOf(thrown)).isEqualTo(ProblemType.TOO_LARGE));
    assertThat(budget.held()).isLessThan((coded.size() + MIB + 1L) * BudgetedBody.PER_BYTE);
  }

  @Test
  void whatIsRefusedIsNotKept() {
    BodyBudget small = new BodyBudget(4 * 400);
    BudgetedBody first = new BudgetedBody(small, holder);
    first.add(new byte[90]);

    assertThatThrownBy(() -> first.add(new byte[11]))
        .satisfies(thrown -> assertThat(typeOf(thrown)).isEqualTo(ProblemType.TOO_MANY_BODIES));
    assertThat(small.held()).isEqualTo(360);
  }
}
