package org.alliedregistry.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A setting that was renamed is still read under its old name. */
class SettingAliasesTest {

  private static final int OF_THE_ENVIRONMENT = 300;
  private static final int OF_THE_FILE = 250;

  static Stream<Arguments> renamed() {
    return SettingAliases.RENAMED.entrySet().stream()
        .map(names -> Arguments.of(names.getKey(), names.getValue()));
  }

  private static String variable(String property) {
    return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  private static SmallRyeConfigBuilder given(
      Map<String, String> environment, Map<String, String> file) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredInterceptors()
        .withSources(
            new EnvConfigSource(environment, OF_THE_ENVIRONMENT),
            new PropertiesConfigSource(file, "file", OF_THE_FILE));
  }

  private static SmallRyeConfig config(Map<String, String> environment, Map<String, String> file) {
    return given(environment, file).build();
  }

  @ParameterizedTest
  @MethodSource("renamed")
  void anOldNameSetsTheNewSetting(String oldName, String name) {
    ConfigValue inEnvironment =
        config(Map.of(variable(oldName), "old"), Map.of(name, "default")).getConfigValue(name);
    ConfigValue inFile = config(Map.of(), Map.of(oldName, "old")).getConfigValue(name);

    assertThat(inEnvironment.getValue()).isEqualTo("old");
    assertThat(inEnvironment.getName()).isEqualTo(oldName);
    assertThat(inFile.getValue()).isEqualTo("old");
  }

  @ParameterizedTest
  @MethodSource("renamed")
  void anOldNameIsNoUnknownSetting(String oldName, String name) {
    assumeFalse(name.startsWith("registry.import."), "only the build for PostgreSQL has it");
    assertThat(errors(given(Map.of(variable(oldName), "7s"), Map.of()))).doesNotContain("any root");
    assertThat(errors(given(Map.of(), Map.of(oldName, "7s")))).doesNotContain("any root");
  }

  @Test
  void aSettingThatIsReadNoMoreIsNoUnknownSetting() {
    for (String name : SettingAliases.REMOVED) {
      assertThat(errors(given(Map.of(variable(name), "select 1"), Map.of()))).as(name).isEmpty();
      assertThat(errors(given(Map.of(), Map.of(name, "select 1")))).as(name).isEmpty();
    }
  }

  /** What all settings together say of it. */
  private static String errors(SmallRyeConfigBuilder config) {
    SettingErrorsTest.mappings().forEach(config::withMapping);
    try {
      config.addDiscoveredConverters().build();
      return "";
    } catch (ConfigValidationException e) {
      return SettingErrors.of(e);
    }
  }

  @ParameterizedTest
  @MethodSource("renamed")
  void theNewNameWinsOverTheOldOneBesideIt(String oldName, String name) {
    assertThat(
            config(Map.of(variable(oldName), "old", variable(name), "new"), Map.of())
                .getConfigValue(name)
                .getValue())
        .isEqualTo("new");
    assertThat(config(Map.of(variable(name), "new"), Map.of()).getConfigValue(name).getValue())
        .isEqualTo("new");
  }

  @ParameterizedTest
  @MethodSource("renamed")
  void theOperatorsTableNamesTheOldVariableAndTheNewOne(String oldName, String name)
      throws Exception {
    assertThat(Files.readString(Path.of("docs/operations.md")))
        .contains("| `" + variable(oldName) + "` | `" + variable(name) + "` |");
  }

  @ParameterizedTest
  @CsvSource({
    "registry.data-dir, REGISTRY_DATA_DIR",
    "registry.public-record, REGISTRY_PUBLIC_RECORD"
  })
  void theNamesThatStayForGoodStay(String name, String variable) {
    assertThat(config(Map.of(variable, "set"), Map.of()).getConfigValue(name).getValue())
        .isEqualTo("set");
  }

  @Test
  void aWrongValueIsToldUnderTheNameThatWasWritten() {
    assertThat(errors(given(Map.of("REGISTRY_FEED_STALL", "soon"), Map.of())))
        .startsWith("REGISTRY_FEED_STALL (registry.feed.stall) is 'soon'; it must be a time")
        .doesNotContain("\n");
  }
}
