package org.alliedregistry.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** No other type has the same simple name. */
final class HaveAnUnsharedName extends ArchCondition<JavaClass> {

  private Map<String, Long> byName = Map.of();

  HaveAnUnsharedName() {
    super("have a simple name of their own");
  }

  @Override
  public void init(Collection<JavaClass> all) {
    byName =
        all.stream()
            .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (byName.getOrDefault(type.getSimpleName(), 0L) > 1) {
      events.add(SimpleConditionEvent.violated(type, type.getName() + " shares its name"));
    }
  }
}
