package planted.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.logging.Logger;

class Restless {
  private Logger log;

  Instant hour() {
    return Instant.now();
  }

  LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  Supplier<Instant> later() {
    return Instant::now;
  }

  void print() {
    System.out.println();
  }

  void sleep() throws InterruptedException {
    Thread.sleep(1);
  }
}
