package org.alliedregistry.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alliedregistry.problem.ReadOnlyFields;

/**
 * The components of a body record and its constructor.
 *
 * @param components in order
 * @param readOnly field names that callers know from answers and must not send → the reason
 */
record RecordShape(
    List<Component> components,
    List<String> names,
    Map<String, String> readOnly,
    Constructor<?> constructor) {

  /** A field of the body: its name, its type and its constraints. */
  record Component(String name, AnnotatedType type, ConstraintChecker bounds) {

    static Component of(RecordComponent component) {
      return new Component(
          nameOf(component),
          component.getAnnotatedType(),
          ConstraintChecker.of(component.getAccessor()));
    }
  }

  static RecordShape of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      return new RecordShape(
          Arrays.stream(components).map(Component::of).toList(),
          names(type),
          readOnly(type),
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has its canonical constructor", e);
    }
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordShape::nameOf).toList();
  }

  private static Map<String, String> readOnly(Class<?> type) {
    Map<String, String> why = new HashMap<>();
    for (ReadOnlyFields each : type.getAnnotationsByType(ReadOnlyFields.class)) {
      Stream.concat(
              Arrays.stream(each.fields()),
              Arrays.stream(each.fieldsOf()).flatMap(other -> names(other).stream()))
          .forEach(name -> why.putIfAbsent(name, each.why()));
    }
    return why;
  }

  /** The JSON name of a component: its own, unless an annotation gives another. */
  private static String nameOf(RecordComponent component) {
    JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null ? component.getName() : given.value();
  }

  static Class<?> rawType(AnnotatedType type) {
    Type plain = type.getType();
    return (Class<?>) (plain instanceof ParameterizedType generic ? generic.getRawType() : plain);
  }

  static AnnotatedType lastArgument(AnnotatedType type) {
    AnnotatedType[] arguments =
        ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  Object create(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a body record is public and takes what it is given", e);
    }
  }
}
