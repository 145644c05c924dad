package org.alliedregistry.http.table;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import org.alliedregistry.settings.CountConverter;

/** Settings of tables. */
@ConfigMapping(prefix = "registry")
interface TableConfig {

  /** The number of tables that are written or sent at once. */
  @WithName("tables")
  @WithDefault("16")
  @WithConverter(CountConverter.class)
  int atOnce();
}
