package org.alliedregistry.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Every bound so tight that a test meets it. Callers are told apart by the address that a proxy
 * names.
 */
public final class TightBounds implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "registry.rate-limit",
        "60",
        "quarkus.http.proxy.proxy-address-forwarding",
        "true",
        "quarkus.http.proxy.allow-x-forwarded",
        "true",
        "quarkus.datasource.jdbc.url",
        "jdbc:h2:mem:tight;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
            + "DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
  }
}
