package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The glossary explains each word once, and the types that it names exist. */
@Execution(ExecutionMode.CONCURRENT)
class GlossaryTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([a-z][^|]*) \\| [^|]+ \\| [^|]+ \\| `(\\w+)` \\|$");

  private static List<MatchResult> rows() throws Exception {
    return ROW.matcher(Files.readString(Path.of("docs/glossary.md"))).results().toList();
  }

  @Test
  void eachTypeExists() throws Exception {
    Set<String> types =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.alliedregistry")
                .stream()
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

    assertThat(rows())
        .hasSizeGreaterThan(40)
        .allSatisfy(row -> assertThat(types).contains(row.group(2)));
  }

  @Test
  void eachWordIsExplainedOnce() throws Exception {
    assertThat(rows().stream().map(row -> row.group(1))).doesNotHaveDuplicates();
  }
}
