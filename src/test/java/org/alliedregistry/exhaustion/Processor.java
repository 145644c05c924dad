package org.alliedregistry.exhaustion;

import java.nio.file.Files;
import java.nio.file.Path;
import org.alliedregistry.support.PackagedService;

/**
 * The processor time that a running service spends. Two amounts of it are held against each other,
 * never against a clock: what else runs on the machine does not change it.
 */
final class Processor {

  /** Something that is asked. */
  interface Question {
    void ask() throws Exception;
  }

  private static final int MS_OF_A_TICK = 10;
  private static final int USER = 11;

  private final Path stat;

  Processor(PackagedService service) {
    this.stat = Path.of("/proc", Long.toString(service.pid()), "stat");
  }

  /** Milliseconds of all threads for the cheapest of three times. */
  long spentOn(Question question) throws Exception {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      least = Math.min(least, spentOnce(question));
    }
    return least;
  }

  /** Milliseconds of all threads for the first time. */
  long spentOnce(Question question) throws Exception {
    long before = spent();
    question.ask();
    return spent() - before;
  }

  private long spent() throws Exception {
    String all = Files.readString(stat);
    String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
    return MS_OF_A_TICK * (Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1]));
  }
}
