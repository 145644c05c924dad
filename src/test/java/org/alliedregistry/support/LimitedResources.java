package org.alliedregistry.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * Little of everything that callers share: one permit to compute for each address, few connections,
 * little memory for bodies, and little patience with readers of a stream who take nothing. Who
 * waits for a permit waits as long as a test may take. One profile for all of it, since each
 * profile is one more start of the service.
 */
public final class LimitedResources implements QuarkusTestProfile {

  /** So few that a test opens more; more than the tests of permits need at once. */
  public static final int CONNECTIONS = 100;

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>();
    settings.put("registry.computations", "4");
    settings.put("registry.computations.wait", "60s");
    settings.put("registry.http.max-connections", String.valueOf(CONNECTIONS));
    settings.put("registry.http.body-memory", "1M");
    settings.put("registry.feed.heartbeat", "250ms");
    settings.put("registry.feed.slow-reader-timeout", "2s");
    settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
    settings.put("quarkus.http.proxy.allow-x-forwarded", "true");
    settings.put("quarkus.datasource.jdbc.url", Store.fresh("limited"));
    return settings;
  }
}
