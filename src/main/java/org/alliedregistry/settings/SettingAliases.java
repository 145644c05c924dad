package org.alliedregistry.settings;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads each renamed setting under its old name too, as a property and as an environment variable,
 * until 2.0. If both are given, the source of higher priority decides. Removed settings are
 * ignored.
 */
@Priority(Priorities.APPLICATION)
public final class SettingAliases implements ConfigSourceInterceptor {

  /** Old name → new name. */
  public static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("registry.public-max-age", "registry.http.public-max-age"),
          Map.entry("registry.head-timeout", "registry.http.head-timeout"),
          Map.entry("registry.request-timeout", "registry.http.body-timeout"),
          Map.entry("registry.max-connections", "registry.http.max-connections"),
          Map.entry("registry.body-memory", "registry.http.body-memory"),
          Map.entry("registry.rate-limit", "registry.rate-limit.requests-per-minute"),
          Map.entry("registry.access.issuer", "registry.security.jwt.issuer"),
          Map.entry("registry.access.jwks", "registry.security.jwt.jwks"),
          Map.entry("registry.access.audience", "registry.security.jwt.audience"),
          Map.entry("registry.access.role-claim", "registry.security.jwt.role-claim"),
          Map.entry("registry.access.ally-claim", "registry.security.jwt.ally-claim"),
          Map.entry("registry.access.clock-skew", "registry.security.jwt.clock-skew"),
          Map.entry("registry.access.key-file", "registry.security.jwt.key-file"),
          Map.entry("registry.access.refresh", "registry.security.jwt.token-reload-interval"),
          Map.entry("registry.security.contact", "registry.security-txt.contact"),
          Map.entry("registry.ledger.tail", "registry.ledger.poll-interval"),
          Map.entry("registry.feed.stall", "registry.feed.slow-reader-timeout"),
          Map.entry("registry.move.from", "registry.import.embedded-store"));

  /** Removed settings, which the service no longer needs. */
  public static final Set<String> REMOVED =
      Set.of(
          "registry.ledger.flush-statement",
          "registry.ledger.notify-statement",
          "registry.ledger.size-query");

  private static final long serialVersionUID = 1L;

  private static final Map<String, String> OLD_NAMES =
      RENAMED.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  /** The value keeps the name that the operator gave, so that messages show that name. */
  @Override
  public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
    ConfigValue value = context.proceed(name);
    String oldName = OLD_NAMES.get(name);
    ConfigValue oldValue = oldName == null ? null : context.proceed(oldName);
    return oldValue == null || (value != null && isStronger(value, oldValue)) ? value : oldValue;
  }

  /** Whether a value under the new name decides. In one source the new name wins. */
  private static boolean isStronger(ConfigValue value, ConfigValue oldValue) {
    return value.getConfigSourceOrdinal() >= oldValue.getConfigSourceOrdinal();
  }

  /**
   * The names of settings. An old name is listed as the new one, and a removed one is left out, so
   * that neither counts as an unknown setting.
   */
  @Override
  public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
    Set<String> names = new LinkedHashSet<>();
    context.iterateNames().forEachRemaining(name -> names.add(RENAMED.getOrDefault(name, name)));
    names.removeAll(REMOVED);
    return names.iterator();
  }
}
