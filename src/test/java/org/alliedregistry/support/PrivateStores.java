package org.alliedregistry.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** For tests of the store: each makes an embedded store of its own, and the pool connects to it. */
public final class PrivateStores implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.datasource.db-kind", "h2",
        "quarkus.datasource.jdbc.driver", StoreDriver.class.getName(),
        "quarkus.datasource.jdbc.url",
            "jdbc:h2:mem:private;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
        "quarkus.datasource.jdbc.max-size", "16",
        "quarkus.hibernate-orm.statistics", "true",
        "registry.public-record", "false");
  }
}
