package org.alliedregistry.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a body record: fields that callers know from answers and may not send here, and why. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ReadOnly.List.class)
public @interface ReadOnly {

  /** What is computed or given by the registry. */
  String BY_THE_REGISTRY = "is given by the registry; leave it out";

  /** Their names. */
  String[] fields() default {};

  /** Bodies whose fields they are, besides; those that the record has itself are its own. */
  Class<? extends Record>[] fieldsOf() default {};

  /** What is said where one is sent: why not, and what to do instead. */
  String why();

  /** All of one record. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface List {
    ReadOnly[] value();
  }
}
