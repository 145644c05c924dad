package org.alliedregistry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A setting that is mistyped is told, with the one that was meant. */
class UnknownSettingsTest {

  @Test
  void aMistypedVariableIsToldWithTheNearestSetting() {
    assertThat(UnknownSettings.warnings(List.of("REGISTRY_DATADIR"), List.of()))
        .containsExactly(
            "REGISTRY_DATADIR is not a setting of the registry, and is ignored; did"
                + " you mean REGISTRY_DATA_DIR? (docs/operations.md lists all)");
  }

  /** The name that it had before counts as near: it is what a reader remembers. */
  @Test
  void aMistypedOldNameIsToldWithTheNewOne() {
    assertThat(UnknownSettings.warnings(List.of("REGISTRY_RATELIMIT"), List.of()))
        .containsExactly(
            "REGISTRY_RATELIMIT is not a setting of the registry, and is ignored; did"
                + " you mean REGISTRY_RATE_LIMIT_REQUESTS_PER_MINUTE? (docs/operations.md"
                + " lists all)");
  }

  @Test
  void aMistypedPropertyIsToldToo() {
    assertThat(UnknownSettings.warnings(List.of(), List.of("registry.feed.max-reader", "store")))
        .containsExactly(
            "registry.feed.max-reader is not a setting of the registry, and is"
                + " ignored; did you mean registry.feed.max-readers? (docs/operations.md"
                + " lists all)");
  }

  @Test
  void aSettingOfOneProfileIsLookedAtWithoutIt() {
    assertThat(
            UnknownSettings.warnings(
                List.of("_PROD_REGISTRY_DATADIR", "_PROD_REGISTRY_DATA_DIR"),
                List.of("%prod,dev.registry.data-dirs", "%prod.registry.data-dir")))
        .containsExactly(
            "_PROD_REGISTRY_DATADIR is not a setting of the registry, and is ignored;"
                + " did you mean REGISTRY_DATA_DIR? (docs/operations.md lists all)",
            "%prod,dev.registry.data-dirs is not a setting of the registry, and is"
                + " ignored; did you mean registry.data-dir? (docs/operations.md lists all)");
  }

  @Test
  void whatIsNearNothingIsToldAlone() {
    assertThat(UnknownSettings.warnings(List.of("REGISTRY_PORT_8080_TCP_ADDR"), List.of()))
        .containsExactly(
            "REGISTRY_PORT_8080_TCP_ADDR is not a setting of the registry, and is"
                + " ignored (docs/operations.md lists all)");
  }

  @Test
  void noSettingIsToldUnderItsOwnOrItsOldName() {
    Set<String> all =
        Stream.concat(
                UnknownSettings.KNOWN.stream(),
                SettingAliases.RENAMED.entrySet().stream()
                    .flatMap(names -> Stream.of(names.getKey(), names.getValue())))
            .collect(Collectors.toSet());
    Set<String> variables = all.stream().map(SettingErrors::asVariable).collect(Collectors.toSet());

    assertThat(UnknownSettings.warnings(variables, all)).isEmpty();
  }
}
