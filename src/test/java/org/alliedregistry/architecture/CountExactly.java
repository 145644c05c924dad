package org.alliedregistry.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** No binary floating point in fields, parameters or what is returned, arrays included. */
final class CountExactly extends ArchCondition<JavaClass> {

  private static final Set<String> BINARY =
      Set.of("double", "float", Double.class.getName(), Float.class.getName());

  CountExactly() {
    super("count without binary floating point");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaField field : type.getFields()) {
      judge(field.getFullName(), field.getRawType(), events);
    }
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      judge(unit.getFullName(), unit.getRawReturnType(), events);
      unit.getRawParameterTypes().forEach(used -> judge(unit.getFullName(), used, events));
    }
  }

  private static void judge(String where, JavaClass used, ConditionEvents events) {
    if (BINARY.contains(used.getBaseComponentType().getName())) {
      events.add(SimpleConditionEvent.violated(where, where + " has a " + used.getName()));
    }
  }
}
