package org.alliedregistry.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** A folder has at most 20 Java files, its package-info among them. */
final class HaveFewNeighbours extends ArchCondition<JavaClass> {

  private static final int MOST = 20;

  private Map<String, Long> byFolder = Map.of();

  HaveFewNeighbours() {
    super("stand in a folder of at most " + MOST + " files");
  }

  @Override
  public void init(Collection<JavaClass> all) {
    byFolder =
        all.stream()
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    long files = byFolder.getOrDefault(type.getPackageName(), 0L);
    if (files > MOST) {
      events.add(
          SimpleConditionEvent.violated(type, type.getName() + " is one of " + files + " files"));
    }
  }
}
