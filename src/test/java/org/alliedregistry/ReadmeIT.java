package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the README, run as pasted. */
@Tag("thorough")
class ReadmeIT {

  private static final Pattern BLOCK = Pattern.compile("```\n(.*?)\n```\n", Pattern.DOTALL);

  private static final String END = "--- end of a block";

  @TempDir Path directory = Path.of("");

  /** What is pasted, and what it is said to print, where that is said. */
  private record Block(String commands, String printed) {}

  private static List<Block> tour() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    Matcher found = BLOCK.matcher(readme.substring(readme.indexOf("\n## A tour")));
    List<Block> blocks = new ArrayList<>();
    while (found.find()) {
      String text = found.group(1);
      if (text.startsWith("{")) {
        Block last = blocks.remove(blocks.size() - 1);
        blocks.add(new Block(last.commands(), text));
      } else {
        blocks.add(new Block(text, ""));
      }
    }
    return blocks;
  }

  private String run(String script) throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.waitFor();
    return Files.readString(output);
  }

  @Test
  void everythingInItPrintsWhatItSays() throws Exception {
    assertThat(run("command -v curl jq").lines()).as("curl and jq, which it needs").hasSize(2);
    List<Block> tour = tour();
    Path dataDir = Files.createDirectory(directory.resolve("data"));
    try (PackagedService service = PackagedService.start(dataDir)) {
      String script =
          String.join("\necho '" + END + "'\n", tour.stream().map(Block::commands).toList())
              .replace("localhost:8080", "localhost:" + service.port());
      List<String> printed = List.of(run(script).split(END + "\n", -1));

      assertThat(printed).hasSameSizeAs(tour).hasSizeGreaterThan(20);
      for (int i = 0; i < printed.size(); i++) {
        assertThat(printed.get(i)).as(tour.get(i).commands()).isNotBlank();
        if (!tour.get(i).printed().isEmpty()) {
          assertThat(printed.get(i)).matches(pattern(tour.get(i).printed()));
        }
      }
      assertThat(one(printed, tour, "If-Match"))
          .matches("304\n[0-9a-f-]{36}\nIt is not as If-Match says.*\n");
      assertThat(one(printed, tour, "Idempotency-Key"))
          .contains("201")
          .containsOnlyOnce("dempotency-");
      assertThat(one(printed, tour, "verification")).contains("\"verified\":true");
    }
  }

  /** What is left out in the README may be anything. */
  private static Pattern pattern(String printed) {
    return Pattern.compile(
        String.join(".*", List.of(printed.split("…")).stream().map(Pattern::quote).toList())
            + "\\s*",
        Pattern.DOTALL);
  }

  private static String one(List<String> printed, List<Block> tour, String word) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < tour.size(); i++) {
      if (tour.get(i).commands().contains(word)) {
        found.add(printed.get(i));
      }
    }
    assertThat(found).as("%s", word).hasSize(1);
    return found.get(0);
  }
}
