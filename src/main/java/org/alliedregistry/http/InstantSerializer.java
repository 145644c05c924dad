package org.alliedregistry.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Writes instants in UTC with microseconds, even if these are 0. Without microseconds an instant in
 * a question would mean a whole millisecond or second.
 */
@Singleton
public final class InstantSerializer implements ObjectMapperCustomizer {

  private static final int MICROSECONDS = 6;

  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder().appendInstant(MICROSECONDS).toFormatter();

  /** The instant as answers show it. */
  public static String text(Instant instant) {
    return FORM.format(instant);
  }

  /** Runs after the framework's customizer, whose format of instants it replaces. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(new SimpleModule("instants").addSerializer(Instant.class, new Writer()));
  }

  private static final class Writer extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(text(instant));
    }
  }
}
