package org.alliedregistry.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.alliedregistry.problem.CleanText;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a parameter that the operation does not declare, and one that is given twice. */
class UnknownParameterFilter {

  private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void check(ContainerRequestContext request, ResourceInfo operation) {
    Map<String, Boolean> known =
        declared.computeIfAbsent(operation.getResourceMethod(), UnknownParameterFilter::declaredBy);
    QueryReader reader = new QueryReader();
    for (Map.Entry<String, List<String>> sent :
        request.getUriInfo().getQueryParameters().entrySet()) {
      String name = sent.getKey();
      if (!known.containsKey(name)) {
        reader.unknown(name, known.keySet());
      } else if (sent.getValue().size() > 1) {
        reader.addViolation(
            name,
            "is given more than once; "
                + (known.get(name) ? "separate its values with commas" : "send it once"));
      } else {
        refuseUnseen(name, sent.getValue().get(0), reader);
      }
    }
    reader.refuseIfInvalid();
  }

  private static void refuseUnseen(String name, String value, QueryReader reader) {
    String flaw = CleanText.flaw(value);
    if (value.isEmpty()) {
      reader.addViolation(name, "must not be empty");
    } else if (flaw != null) {
      reader.addViolation(name, flaw);
    }
  }

  /** Parameter name → whether it accepts a list. */
  private static Map<String, Boolean> declaredBy(Method method) {
    Map<String, Boolean> names = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      add(parameter, parameter.getName(), names);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Class<?> c = parameter.getType(); c != null; c = c.getSuperclass()) {
          for (Field field : c.getDeclaredFields()) {
            add(field, field.getName(), names);
          }
        }
      }
    }
    return names;
  }

  private static void add(AnnotatedElement declared, String name, Map<String, Boolean> names) {
    if (declared.isAnnotationPresent(RestQuery.class)) {
      names.put(name, declared.isAnnotationPresent(QueryReader.CommaList.class));
    }
  }
}
