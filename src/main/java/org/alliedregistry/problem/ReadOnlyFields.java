package org.alliedregistry.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names fields that callers know from answers and must not send in this body, and the reason. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ReadOnlyFields.List.class)
public @interface ReadOnlyFields {

  /** The reason for fields that the registry sets. */
  String BY_THE_REGISTRY = "is set by the registry. Leave it out";

  /** The names of the fields. */
  String[] fields() default {};

  /** Records whose fields are named too, except those that the body has itself. */
  Class<? extends Record>[] fieldsOf() default {};

  /** The detail of the violation: the reason, and what to do instead. */
  String why();

  /** Holds several of these annotations on one record. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface List {
    ReadOnlyFields[] value();
  }
}
