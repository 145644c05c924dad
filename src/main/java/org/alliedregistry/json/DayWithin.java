package org.alliedregistry.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A bound on a day of a body, so that a mistyped year is refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface DayWithin {

  /** The first day, as 1991-01-01. */
  String from();

  /** The last day is that of today, so many years later. */
  int yearsAhead();
}
