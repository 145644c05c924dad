package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

/** The JSON files that are bundled with the service. */
final class SeedFiles {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The day of the bundled files. Limits on days in them refer to it, not to the present day. */
  static final Clock AS_OF = Clock.fixed(Instant.parse("2026-07-31T12:00:00Z"), ZoneOffset.UTC);

  private SeedFiles() {}

  static JsonNode read(String name) {
    String path = "/seed/" + name + ".json";
    try (InputStream in = SeedFiles.class.getResourceAsStream(path)) {
      return MAPPER.readTree(Objects.requireNonNull(in, path));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
