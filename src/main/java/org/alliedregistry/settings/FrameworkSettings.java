package org.alliedregistry.settings;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.alliedregistry.problem.StartupRefused;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Checks settings of the framework that docs/operations.md names. The framework would misread a
 * wrong value, or stop with a stack trace.
 */
@ApplicationScoped
public class FrameworkSettings {

  private static final int BEFORE_ALL_OTHERS = 1;

  private static final Map<String, Converter<?>> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("quarkus.http.port", new PortConverter());
    FORMS.put("quarkus.management.port", new PortConverter());
    FORMS.put("quarkus.http.host", new HostConverter());
    FORMS.put("quarkus.management.host", new HostConverter());
    FORMS.put("quarkus.datasource.jdbc.max-size", new CountConverter());
    FORMS.put("quarkus.http.proxy.proxy-address-forwarding", new FlagConverter());
    FORMS.put("quarkus.http.proxy.allow-x-forwarded", new FlagConverter());
    FORMS.put("quarkus.http.proxy.enable-forwarded-host", new FlagConverter());
    FORMS.put("quarkus.http.proxy.enable-forwarded-prefix", new FlagConverter());
    FORMS.put("quarkus.http.cors.enabled", new FlagConverter());
    FORMS.put("quarkus.log.console.json.enabled", new FlagConverter());
    FORMS.put("quarkus.otel.sdk.disabled", new FlagConverter());
  }

  void check(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event) {
    fault(ConfigProvider.getConfig())
        .ifPresent(
            fault -> {
              throw new StartupRefused(fault);
            });
  }

  /** The error of the first invalid setting. */
  public static Optional<String> fault(Config config) {
    return FORMS.entrySet().stream()
        .flatMap(form -> fault(form.getKey(), form.getValue(), config).stream())
        .findFirst();
  }

  private static Optional<String> fault(String name, Converter<?> form, Config config) {
    String value = config.getConfigValue(name).getValue();
    if (value == null || value.isEmpty()) {
      return Optional.empty();
    }
    try {
      form.convert(value);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(SettingErrors.say(name, value, String.valueOf(e.getMessage())));
    }
  }
}
