package planted.http;

import java.time.Clock;
import java.time.Instant;

class InnocentWatch {
  Instant hour(Clock clock) {
    return Instant.now(clock);
  }
}
