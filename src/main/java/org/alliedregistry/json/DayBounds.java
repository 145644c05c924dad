package org.alliedregistry.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits a day in a body, so that a mistyped year is refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface DayBounds {

  /** The first day, such as 1991-01-01. */
  String from();

  /** The last day is this many years after today. */
  int yearsAhead();
}
