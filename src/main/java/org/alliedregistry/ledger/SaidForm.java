package org.alliedregistry.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.alliedregistry.pledge.Said;
import org.jspecify.annotations.Nullable;

/**
 * A value is itself, all else is an absent field: {@link SaysForm} names what is cleared. A null is
 * how that was written before, and is read so for ever.
 */
final class SaidForm {

  private SaidForm() {}

  @SuppressWarnings("rawtypes")
  static final class Writer extends JsonSerializer<Said> {
    @Override
    public boolean isEmpty(SerializerProvider provider, Said said) {
      return !(said instanceof Said.Value);
    }

    @Override
    public void serialize(Said said, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(said.valueOrNull(), out);
    }
  }

  static final class Reader extends JsonDeserializer<Said<?>> implements ContextualDeserializer {

    private final @Nullable JavaType type;

    Reader(@Nullable JavaType type) {
      this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) {
      return new Reader(property.getType().containedType(0));
    }

    @Override
    public Said<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Said.of(context.readValue(in, type));
    }

    @Override
    public Said<?> getNullValue(DeserializationContext context) {
      return Said.none();
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return Said.silence();
    }
  }
}
