package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.alliedregistry.architecture.ArchitectureRules;
import org.alliedregistry.architecture.Folder;
import org.alliedregistry.architecture.FoldersInText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The code keeps its rules; that each rule can fail is shown in ArchitectureRulesCatchTest. */
class ArchitectureTest {

  private static final String ROOT = "org.alliedregistry";
  private static final Path DESCRIPTION = Path.of("docs", "architecture.md");
  private static final ArchitectureRules RULES = new ArchitectureRules(ROOT);
  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void everyFolderExists() {
    assertThat(RULES.missing(SERVICE)).isEmpty();
  }

  @Test
  void everyDirectoryIsAFolder() throws IOException {
    assertThat(directories())
        .isEqualTo(
            Stream.of(Folder.values())
                .map(Folder::directory)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @TestFactory
  Stream<DynamicTest> rulesHold() {
    return RULES.all().entrySet().stream()
        .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(SERVICE)));
  }

  @Test
  void theDescriptionNamesTheFoldersThatExistAndNoOther() throws IOException {
    assertThat(FoldersInText.named(Files.readString(DESCRIPTION)))
        .as("the folders named in docs/architecture.md")
        .isEqualTo(directories());
  }

  private static Set<String> directories() throws IOException {
    Path folders = Path.of("src", "main", "java").resolve(ROOT.replace('.', '/'));
    try (Stream<Path> found = Files.list(folders)) {
      return found
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
