package org.alliedregistry.ledger.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import java.util.Objects;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes a present value as itself. Other fields are left out; {@link StatementContentJson} names
 * the cleared ones. Earlier releases wrote a null for a cleared field; it is still read so.
 */
final class FieldValueJson {

  private FieldValueJson() {}

  @SuppressWarnings("rawtypes")
  static final class Writer extends JsonSerializer<FieldValue> {
    @Override
    public boolean isEmpty(SerializerProvider provider, FieldValue statement) {
      return !(statement instanceof FieldValue.Present);
    }

    @Override
    public void serialize(FieldValue statement, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(statement.valueOrNull(), out);
    }
  }

  static final class Reader extends JsonDeserializer<FieldValue<?>>
      implements ContextualDeserializer {

    private final @Nullable JsonDeserializer<Object> value;

    Reader(@Nullable JsonDeserializer<Object> value) {
      this.value = value;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) throws JsonMappingException {
      return new Reader(context.findRootValueDeserializer(property.getType().containedType(0)));
    }

    @Override
    public FieldValue<?> deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return FieldValue.of(Objects.requireNonNull(value).deserialize(in, context));
    }

    @Override
    public FieldValue<?> getNullValue(DeserializationContext context) {
      return FieldValue.explicitNull();
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return FieldValue.absent();
    }
  }
}
