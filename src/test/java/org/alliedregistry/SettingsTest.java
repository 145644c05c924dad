package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alliedregistry.settings.SettingAliases;
import org.alliedregistry.settings.UnknownSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every setting of the registry stands in the table of the operators, and no other does. */
@Execution(ExecutionMode.CONCURRENT)
class SettingsTest {

  private static final String ONLY_FOR_POSTGRESQL = "registry.import.embedded-store";
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(registry\\.[a-z.-]+)` \\|");

  @Test
  void theTableNamesWhatCanBeSet() throws Exception {
    String operations = Files.readString(Path.of("docs/operations.md"));
    Set<String> rows =
        ROW.matcher(operations)
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> settings = settings();
    settings.add(ONLY_FOR_POSTGRESQL);

    assertThat(rows).isEqualTo(settings);
  }

  @Test
  void noOtherIsTakenForASettingAtTheStart() {
    Set<String> read = new TreeSet<>(SettingAliases.RENAMED.values());
    read.addAll(UnknownSettings.KNOWN);

    assertThat(settings()).containsAll(UnknownSettings.KNOWN);
    assertThat(read).containsAll(settings());
  }

  private static Set<String> settings() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.alliedregistry")
            .stream()
            .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
            .flatMap(SettingsTest::of)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> of(JavaClass type) {
    Class<?> mapping = type.reflect();
    String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
    return Arrays.stream(mapping.getDeclaredMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .map(method -> prefix + "." + name(method));
  }

  private static String name(Method method) {
    WithName named = method.getAnnotation(WithName.class);
    return named == null
        ? method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)
        : named.value();
  }
}
