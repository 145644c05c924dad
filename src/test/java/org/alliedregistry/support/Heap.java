package org.alliedregistry.support;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of a running service, as the JDK's own tools see it. */
public final class Heap {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  private final long pid;

  private Heap(long pid) {
    this.pid = pid;
  }

  public static Heap of(PackagedService service) {
    return new Heap(service.pid());
  }

  /** How many bytes are held; what nothing refers to is collected first. */
  public long used() throws Exception {
    run("GC.run");
    String histogram = run("GC.class_histogram");
    Matcher total = TOTAL.matcher(histogram);
    if (!total.find()) {
      throw new AssertionError("no total: " + histogram);
    }
    return Long.parseLong(total.group(1));
  }

  private String run(String command) throws Exception {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, Long.toString(pid), command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(output);
    }
    return output;
  }
}
