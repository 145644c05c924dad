package org.alliedregistry.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The methods of each path, for the Allow header that the framework does not set. */
@ApplicationScoped
class AllowedMethods {

  /** Pattern of the path → its methods. */
  private final Map<String, Set<String>> methods = new TreeMap<>();

  AllowedMethods(BeanManager beans) {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path root = bean.getBeanClass().getAnnotation(Path.class);
      if (root != null) {
        for (Method method : bean.getBeanClass().getMethods()) {
          add(root, method);
        }
      }
    }
  }

  private void add(Path root, Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        Set<String> there =
            methods.computeIfAbsent(
                pattern(root, method.getAnnotation(Path.class)),
                path -> new TreeSet<>(Set.of("OPTIONS")));
        there.add(verb.value());
        if (verb.value().equals(HttpMethod.GET)) {
          there.add(HttpMethod.HEAD);
        }
      }
    }
  }

  private static String pattern(Path root, @Nullable Path sub) {
    String path = root.value() + (sub == null ? "" : "/" + sub.value());
    return Pattern.compile("\\{[^}]+}").matcher(path).replaceAll("[^/]+") + "/?";
  }

  /** The methods of a path, sorted; empty if there are none. */
  Set<String> at(String path) {
    Set<String> all = new TreeSet<>();
    methods.forEach(
        (pattern, there) -> {
          if (path.matches(pattern)) {
            all.addAll(there);
          }
        });
    return all;
  }
}
