package org.alliedregistry.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of every record that is sent or received what must be there and what may be null: sent
 * records always have every field, received ones what is constrained to be given.
 */
final class RecordSchemas {

  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
  private static final DotName JSON_PROPERTY =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
  private static final DotName JSON_INCLUDE =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
  private static final DotName JSON_UNWRAPPED =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final List<DotName> GIVEN =
      Stream.of("NotNull", "NotBlank", "NotEmpty")
          .map(name -> DotName.createSimple("jakarta.validation.constraints." + name))
          .toList();

  /** A field of a record, under its name in JSON. */
  private record Property(ClassInfo record, FieldInfo field, String name) {}

  private final IndexView index;

  RecordSchemas(IndexView index) {
    this.index = index;
  }

  void complete(Map<String, Schema> schemas) {
    index.getKnownClasses().stream()
        .filter(ClassInfo::isRecord)
        .filter(record -> record.name().toString().matches(".*\\.(api|recording|problem)\\..*"))
        .sorted(Comparator.comparing(ClassInfo::name))
        .forEach(
            record -> {
              Schema schema = schemas.get(nameOf(record));
              if (schema != null && isOf(record, schema)) {
                complete(record, schema);
              }
            });
  }

  /** Not of another record that has the same simple name. */
  private boolean isOf(ClassInfo record, Schema schema) {
    return schema.getProperties() != null
        && properties(record)
            .map(Property::name)
            .toList()
            .containsAll(schema.getProperties().keySet());
  }

  /** The fields of a record. In the place of one that is unwrapped stand the fields of its type. */
  private Stream<Property> properties(ClassInfo record) {
    return record.recordComponents().stream()
        .flatMap(
            component -> {
              FieldInfo field = record.field(component.name());
              return field.annotation(JSON_UNWRAPPED) == null
                  ? Stream.of(new Property(record, field, jsonName(component, field)))
                  : properties(index.getClassByName(field.type().name()));
            });
  }

  private static String nameOf(ClassInfo record) {
    AnnotationInstance given = record.declaredAnnotation(SCHEMA);
    return given != null && given.value("name") != null
        ? given.value("name").asString()
        : record.simpleName();
  }

  /** Bodies that are received; the others are only sent. */
  private static boolean isReceived(ClassInfo record) {
    String name = record.name().toString();
    return name.contains("Body")
        || name.contains(".New")
        || name.contains(".PledgeUpdate")
        || name.contains(".WhatIfRequest");
  }

  private void complete(ClassInfo record, Schema schema) {
    Map<String, Schema> properties = new TreeMap<>(schema.getProperties());
    List<String> required = new ArrayList<>();
    schema.setProperties(null);
    properties(record)
        .filter(one -> properties.containsKey(one.name()))
        .forEach(
            one -> {
              Schema property = property(one, properties.get(one.name()));
              properties.put(one.name(), property);
              schema.addProperty(one.name(), property);
              if (isRequired(one)) {
                required.add(one.name());
              }
            });
    schema.setRequired(required.isEmpty() ? null : required);
    if (isReceived(record)) {
      schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }
  }

  private static Schema property(Property one, Schema property) {
    boolean isReceived = isReceived(one.record());
    Schema plain = plain(property, mayBeNull(one.record(), one.field()));
    if (isReceived && one.field().annotation(JSON_INCLUDE) != null) {
      plain.addExtension(SentAndReceived.LEFT_OUT, true);
    }
    return isReceived ? bounded(plain) : plain;
  }

  private static boolean isRequired(Property one) {
    return isReceived(one.record())
        ? isGiven(one.field())
        : one.field().annotation(JSON_INCLUDE) == null;
  }

  private static String jsonName(RecordComponentInfo component, FieldInfo field) {
    AnnotationInstance given = field.annotation(JSON_PROPERTY);
    return given == null ? component.name() : given.value().asString();
  }

  /** Received records are shared with what is sent, where every field is there, null or not. */
  private static boolean mayBeNull(ClassInfo record, FieldInfo field) {
    boolean nullable = field.type().hasAnnotation(NULLABLE);
    return isReceived(record) ? nullable && !isGiven(field) : nullable;
  }

  private static boolean isGiven(FieldInfo field) {
    return GIVEN.stream().anyMatch(field::hasAnnotation);
  }

  /** The same property as a reference or a type, with or without null. */
  private static Schema plain(Schema property, boolean nullable) {
    String ref = reference(property);
    Schema plain = ref == null ? property : OASFactory.createSchema();
    plain.setDescription(property.getDescription());
    if (ref == null && property.getType() == null) {
      return plain;
    }
    if (ref == null) {
      List<Schema.SchemaType> types = new ArrayList<>(property.getType());
      types.remove(Schema.SchemaType.NULL);
      if (nullable) {
        types.add(Schema.SchemaType.NULL);
      }
      plain.setType(types);
    } else if (nullable) {
      plain.addAnyOf(OASFactory.createSchema().ref(ref));
      plain.addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
    } else {
      plain.setRef(ref);
    }
    return plain;
  }

  /**
   * The bounds that every received text and list has (see problem.Scalars, problem.RecordReader).
   */
  private static Schema bounded(Schema property) {
    List<Schema.SchemaType> types = property.getType();
    if (types != null && types.contains(Schema.SchemaType.STRING)) {
      property.setMaxLength(4000);
    }
    if (types != null && types.contains(Schema.SchemaType.ARRAY)) {
      Integer own = property.getMaxItems();
      property.setMaxItems(own == null ? 100 : own);
    }
    return property;
  }

  private static @Nullable String reference(Schema property) {
    if (property.getRef() != null) {
      return property.getRef();
    }
    return Stream.of(property.getAnyOf(), property.getAllOf(), property.getOneOf())
        .filter(list -> list != null)
        .flatMap(List::stream)
        .map(Schema::getRef)
        .filter(ref -> ref != null)
        .findFirst()
        .orElse(null);
  }
}
