package org.alliedregistry.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * Every bound so tight that a test meets it, and every other setting not as it is by default.
 * Callers are told apart by the address that a proxy names. A costly question takes too much work
 * here; what waits for a permit is {@link LimitedResources}.
 */
public final class TightBounds implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>();
    settings.put("registry.rate-limit.requests-per-minute", "60");
    settings.put("registry.work-limit", "30");
    settings.put("registry.computations", "4");
    // a mistyped setting is warned of; the service starts
    settings.put("registry.work-limt", "4");
    settings.put("registry.computations.wait", "250ms");
    settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
    settings.put("quarkus.http.proxy.allow-x-forwarded", "true");
    settings.put("quarkus.http.proxy.enable-forwarded-prefix", "true");
    settings.put("registry.http.body-timeout", "1s");
    settings.put("quarkus.http.idle-timeout", "4s");
    settings.put("registry.http.head-timeout", "1s");
    settings.put("registry.feed.heartbeat", "1s");
    settings.put("registry.feed.max-readers", "4");
    settings.put("registry.http.public-max-age", "0");
    settings.put("quarkus.http.cors.enabled", "true");
    settings.put("quarkus.http.cors.origins", "https://example.org");
    settings.put("registry.security-txt.contact", "https://example.org/report");
    settings.put("quarkus.datasource.jdbc.url", Store.fresh("tight"));
    return settings;
  }
}
