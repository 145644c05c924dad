package org.alliedregistry.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a parameter that the operation does not declare, and one that stands twice. */
class StrictParameters {

  private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void check(ContainerRequestContext request, ResourceInfo operation) {
    Set<String> known =
        declared.computeIfAbsent(operation.getResourceMethod(), StrictParameters::declaredBy);
    Query query = new Query();
    for (Map.Entry<String, List<String>> sent :
        request.getUriInfo().getQueryParameters().entrySet()) {
      String name = sent.getKey();
      if (!known.contains(name)) {
        query.unknown(name, known);
      } else if (sent.getValue().size() > 1) {
        query.fault(name, "stands more than once; write its values as a comma list");
      } else {
        refuseUnseen(name, sent.getValue().get(0), query);
      }
    }
    query.refuseIfFaulty();
  }

  private static void refuseUnseen(String name, String value, Query query) {
    String flaw = Text.flaw(value);
    if (value.isEmpty()) {
      query.fault(name, "must not be empty");
    } else if (flaw != null) {
      query.fault(name, flaw);
    }
  }

  private static Set<String> declaredBy(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(RestQuery.class)) {
        names.add(parameter.getName());
      }
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Class<?> c = parameter.getType(); c != null; c = c.getSuperclass()) {
          for (Field field : c.getDeclaredFields()) {
            if (field.isAnnotationPresent(RestQuery.class)) {
              names.add(field.getName());
            }
          }
        }
      }
    }
    return names;
  }
}
