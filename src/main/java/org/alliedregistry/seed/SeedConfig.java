package org.alliedregistry.seed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings of the data that a store is filled with. */
@ConfigMapping(prefix = "registry")
interface SeedConfig {

  /** What is done with the bundled public record, which comes in addition to the reference data. */
  @WithName("public-record")
  @WithDefault("true")
  @WithConverter(ReadUse.class)
  Use publicRecord();

  /** What is done with the bundled public record at the start. */
  enum Use {
    /** Nothing. */
    NONE,
    /** An empty store is filled with it. A store with an older record is left as it is. */
    FILL,
    /** An empty store is filled with it, and an older record is updated. */
    UPDATE
  }

  /** Reads false, true or update. Any other value is an error. */
  final class ReadUse implements Converter<Use> {

    private static final long serialVersionUID = 1L;

    @Override
    public Use convert(String setting) {
      return switch (setting.strip().toLowerCase(Locale.ROOT)) {
        case "false" -> Use.NONE;
        case "true" -> Use.FILL;
        case "update" -> Use.UPDATE;
        default -> throw new IllegalArgumentException("must be true, false or update");
      };
    }
  }
}
