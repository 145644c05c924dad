package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alliedregistry.architecture.Room;
import org.alliedregistry.architecture.RoomsInText;
import org.alliedregistry.architecture.Rules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house holds its lines; that each rule can fail is shown in ArchitectureRulesCatchTest. */
class ArchitectureTest {

  private static final String ROOT = "org.alliedregistry";
  private static final Path DESCRIPTION = Path.of("ARCHITECTURE.md");
  private static final Rules RULES = new Rules(ROOT);
  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void everyRoomExists() {
    assertThat(RULES.missing(SERVICE)).isEmpty();
  }

  @Test
  void everyDirectoryIsARoom() throws IOException {
    assertThat(directories())
        .isEqualTo(
            Stream.of(Room.values())
                .map(Room::directory)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @TestFactory
  Stream<DynamicTest> linesHold() {
    return RULES.all().entrySet().stream()
        .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(SERVICE)));
  }

  @Test
  void theDescriptionNamesTheRoomsThatExistAndNoOther() throws IOException {
    assumeTrue(Files.exists(DESCRIPTION), "ARCHITECTURE.md is not written yet");

    assertThat(RoomsInText.named(Files.readString(DESCRIPTION)))
        .as("the rooms named in ARCHITECTURE.md")
        .isEqualTo(directories());
  }

  private static Set<String> directories() throws IOException {
    Path rooms = Path.of("src", "main", "java").resolve(ROOT.replace('.', '/'));
    try (Stream<Path> found = Files.list(rooms)) {
      return found
          .filter(Files::isDirectory)
          .map(room -> room.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
