package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README and of the tour, run as pasted, with the answers that they show. */
@Tag("thorough")
class ReadmeIT {

  /** Blocks marked {@code sh} are run; {@code json} and {@code text} are answers. */
  private static final Pattern BLOCK =
      Pattern.compile("```(sh|json|text)\n(.*?)\n```\n", Pattern.DOTALL);

  private static final String END = "--- end of a block";

  @TempDir Path directory = Path.of("");

  /** What is pasted, and the answer that the page shows. */
  private record Block(String commands, String answer) {}

  @Test
  void theReadmeShowsWhatIsAnswered() throws Exception {
    assertAnswered(Path.of("README.md"), "data", 6);
  }

  @Test
  void theTourShowsWhatIsAnswered() throws Exception {
    assertAnswered(Path.of("docs", "tour.md"), "target/tour", 20);
  }

  private void assertAnswered(Path page, String dataDir, int leastBlocks) throws Exception {
    assertThat(run("command -v curl jq").lines()).as("curl and jq, which it needs").hasSize(2);
    List<Block> blocks = blocks(Files.readString(page));
    Path data = Files.createDirectories(directory.resolve(dataDir));
    try (PackagedService service = PackagedService.start(data)) {
      String script =
          String.join("\necho '" + END + "'\n", blocks.stream().map(Block::commands).toList())
              .replace("localhost:8080", "localhost:" + service.port());
      List<String> printed = List.of(run(script).replace("\r", "").split(END + "\n", -1));

      assertThat(printed).hasSameSizeAs(blocks).hasSizeGreaterThanOrEqualTo(leastBlocks);
      for (int i = 0; i < printed.size(); i++) {
        assertThat(printed.get(i))
            .as(blocks.get(i).commands())
            .matches(pattern(blocks.get(i).answer()));
      }
    }
  }

  /** Each block of commands is followed by its answer. */
  private static List<Block> blocks(String page) {
    List<Block> blocks = new ArrayList<>();
    Matcher found = BLOCK.matcher(page);
    while (found.find()) {
      assertThat(found.group(1)).as("commands: %s", found.group(2)).isEqualTo("sh");
      String commands = found.group(2);
      assertThat(found.find()).as("an answer to %s", commands).isTrue();
      assertThat(found.group(1)).as("the answer to %s", commands).isNotEqualTo("sh");
      blocks.add(new Block(commands, found.group(2)));
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

  /** What a page leaves out may be anything. */
  private static Pattern pattern(String answer) {
    return Pattern.compile(
        String.join(".*", Stream.of(answer.split("…", -1)).map(Pattern::quote).toList()) + "\\s*",
        Pattern.DOTALL);
  }
}
