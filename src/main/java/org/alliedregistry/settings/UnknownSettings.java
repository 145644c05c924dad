package org.alliedregistry.settings;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.EnvConfigSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.alliedregistry.problem.DidYouMean;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Warns of each variable or property that has the prefix of the registry and is not a setting. It
 * does not refuse the start, because a container platform sets variables such as REGISTRY_PORT.
 */
@ApplicationScoped
public class UnknownSettings {

  private static final String VARIABLES = "REGISTRY_";
  private static final String PROPERTIES = "registry.";
  private static final Pattern PROFILE = Pattern.compile("^(?:%[^.]+\\.|_[A-Z0-9]+_)");

  /** All settings, as named in docs/operations.md. */
  public static final Set<String> KNOWN =
      Set.of(
          "registry.computations",
          "registry.computations.wait",
          "registry.data-dir",
          "registry.feed.heartbeat",
          "registry.feed.max-readers",
          "registry.feed.slow-reader-timeout",
          "registry.http.body-memory",
          "registry.http.body-timeout",
          "registry.http.head-timeout",
          "registry.http.max-connections",
          "registry.http.public-max-age",
          "registry.ledger.accept-lost-entries",
          "registry.ledger.head-file",
          "registry.ledger.notifications",
          "registry.ledger.poll-interval",
          "registry.public-record",
          "registry.rate-limit.requests-per-minute",
          "registry.security-txt.contact",
          "registry.security.jwt.ally-claim",
          "registry.security.jwt.audience",
          "registry.security.jwt.clock-skew",
          "registry.security.jwt.issuer",
          "registry.security.jwt.jwks",
          "registry.security.jwt.key-file",
          "registry.security.jwt.role-claim",
          "registry.security.jwt.token-reload-interval",
          "registry.tables",
          "registry.work-limit");

  void check(@Observes StartupEvent event) {
    Config config = ConfigProvider.getConfig();
    warnings(names(config, true), names(config, false)).forEach(Log::warn);
  }

  /**
   * The names as they were given.
   *
   * @param areVariables those of the environment and of a file .env, or all others
   */
  private static Set<String> names(Config config, boolean areVariables) {
    return StreamSupport.stream(config.getConfigSources().spliterator(), false)
        .filter(source -> source instanceof EnvConfigSource == areVariables)
        .flatMap(source -> source.getPropertyNames().stream())
        .collect(Collectors.toSet());
  }

  static List<String> warnings(Collection<String> variables, Collection<String> properties) {
    return Stream.concat(
            unknown(variables, VARIABLES, SettingErrors::asVariable),
            unknown(properties, PROPERTIES, name -> name))
        .toList();
  }

  private static Stream<String> unknown(
      Collection<String> given, String prefix, Function<String, String> form) {
    Map<String, String> read = new TreeMap<>();
    KNOWN.forEach(name -> read.put(form.apply(name), form.apply(name)));
    SettingAliases.RENAMED.forEach(
        (oldName, name) -> {
          read.put(form.apply(oldName), form.apply(name));
          read.put(form.apply(name), form.apply(name));
        });
    return given.stream()
        .filter(name -> withoutProfile(name).startsWith(prefix))
        .filter(name -> !read.containsKey(withoutProfile(name)))
        .sorted()
        .map(name -> warning(name, read));
  }

  /** A setting may be given for one profile only: %prod.registry.x, or _PROD_REGISTRY_X. */
  private static String withoutProfile(String name) {
    return PROFILE.matcher(name).replaceFirst("");
  }

  private static String warning(String name, Map<String, String> read) {
    String hint =
        DidYouMean.to(withoutProfile(name), read.keySet())
            .map(near -> "; did you mean " + read.get(near) + "?")
            .orElse("");
    return name
        + " is not a setting of the registry, and is ignored"
        + hint
        + " (docs/operations.md lists all)";
  }
}
