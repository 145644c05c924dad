package org.alliedregistry.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithConverter;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a setting that is not as it must be. */
class SettingErrorsTest {

  /** What cannot be written wrongly, or says so itself. */
  private static final Set<Class<?>> FREE = Set.of(String.class, Path.class, MemorySize.class);

  private static final List<Class<?>> MAPPINGS =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("org.alliedregistry")
              .stream()
              .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
              .<Class<?>>map(JavaClass::reflect)
              .toList();

  static List<Class<?>> mappings() {
    return MAPPINGS;
  }

  private static void read(Map<String, String> settings) {
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDiscoveredConverters();
    MAPPINGS.forEach(builder::withMapping);
    builder.withDefaultValues(settings).build();
  }

  private static String refusal(Map<String, String> settings) {
    return SettingErrors.of(
        catchThrowableOfType(ConfigValidationException.class, () -> read(settings)));
  }

  @ParameterizedTest
  @CsvSource({
    "registry.feed.heartbeat, abc, 'must be a time above 0, such as 500ms or 15s'",
    "registry.http.body-memory, 0, 'must be a size above 0, such as 512K, 64M or 1G'",
    "registry.http.body-memory, 99999999999G, 'must be a size above 0, such as 512K, 64M or 1G'",
    "registry.feed.slow-reader-timeout, 0s, must be a time above 0",
    "registry.http.head-timeout, -5s, must be a time above 0",
    "registry.http.body-timeout, 99999d, must be a time above 0",
    "registry.security.jwt.token-reload-interval, 1 week, must be a time above 0",
    "registry.ledger.poll-interval, 0, must be a time above 0",
    "registry.http.public-max-age, -1s, must be a time",
    "registry.computations.wait, soon, must be a time",
    "registry.security.jwt.clock-skew, 6m, must be a time from 0s to 5m",
    "registry.computations, many, must be a whole number from 1",
    "registry.computations, 0, must be a whole number from 1",
    "registry.feed.max-readers, -1, must be a whole number from 1",
    "registry.http.max-connections, 1e3, must be a whole number from 1",
    "registry.work-limit, 1.5, must be a whole number above 0",
    "registry.public-record, maybe, 'must be true, false or update'",
    "registry.ledger.accept-lost-entries, ja, must be true or false",
    "registry.http.body-memory, lots, 'must be a size above 0, such as 512K, 64M or 1G'",
    "registry.rate-limit.requests-per-minute, 60/m, must be off",
    "registry.security.jwt.issuer, id.example.org, must be an address",
    "registry.security.jwt.jwks, file:///keys, must be an address",
    "registry.security-txt.contact, ops@example.org, 'must be an address, such as mailto:'",
    "registry.security-txt.contact, not a uri, 'must be an address, such as mailto:'",
    "registry.security-txt.contact, http://example.org, 'must be an address, such as mailto:'",
    "registry.security-txt.contact, mailto:, 'must be an address, such as mailto:'",
    "registry.security-txt.contact, https://, 'must be an address, such as mailto:'"
  })
  void whatIsNotUnderstoodIsNamedInOneLineWithWhatItWants(
      String property, String value, String rule) {
    String variable = property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    assertThat(refusal(Map.of(property, value)))
        .startsWith(variable + " (" + property + ") is '" + value + "'; it " + rule)
        .doesNotContain("\n", "SRCFG");
  }

  @Test
  void allThatAreWrongAreNamedAtOnce() {
    assertThat(
            refusal(Map.of("registry.computations", "x", "registry.feed.slow-reader-timeout", "y")))
        .contains("REGISTRY_COMPUTATIONS", "REGISTRY_FEED_SLOW_READER_TIMEOUT")
        .doesNotContain("\n");
  }

  @Test
  void whatIsEmptyIsSaidToBe() {
    assertThat(refusal(Map.of("registry.data-dir", "")))
        .isEqualTo(
            "REGISTRY_DATA_DIR (registry.data-dir) is empty; give it a value, or leave it out");
    assertThat(refusal(Map.of("registry.computations", "")))
        .startsWith("REGISTRY_COMPUTATIONS (registry.computations) is ''; it must be");
  }

  @Test
  void whatIsWellIsTaken() {
    read(Map.of());
    for (String contact :
        List.of(
            "mailto:security@example.org", "https://example.org/report", "tel:+1-201-555-0123")) {
      read(Map.of("registry.security-txt.contact", contact));
    }
    read(Map.of("registry.public-record", "FALSE", "registry.http.public-max-age", "0"));
    read(Map.of("registry.public-record", "Update"));
    read(Map.of("registry.security.jwt.issuer", "https://id.example.org/realms/a"));
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void everySettingThatCanBeWrittenWronglySaysHowItIsWritten(Class<?> mapping) {
    Stream<Method> without =
        Arrays.stream(mapping.getDeclaredMethods())
            .filter(method -> method.getParameterCount() == 0 && !method.isDefault())
            .filter(method -> (method.getModifiers() & java.lang.reflect.Modifier.STATIC) == 0)
            .filter(method -> !method.isSynthetic())
            .filter(method -> !FREE.contains(typeOf(method)))
            .filter(method -> !method.isAnnotationPresent(WithConverter.class));
    assertThat(without).isEmpty();
  }

  private static Class<?> typeOf(Method method) {
    return method.getGenericReturnType() instanceof ParameterizedType optional
        ? (Class<?>) optional.getActualTypeArguments()[0]
        : method.getReturnType();
  }
}
