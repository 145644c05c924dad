package org.alliedregistry.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Little memory for bodies, so that a test uses it up. */
public final class SmallBodyMemory implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "registry.http.body-memory", "1M", "quarkus.datasource.jdbc.url", Store.fresh("bodies"));
  }
}
