package org.alliedregistry.contract;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Which roles each operation is for, by its id, as its method or its class says. */
final class OperationRoles {

  private final Map<String, List<String>> roles = new TreeMap<>();

  OperationRoles(IndexView index) {
    for (AnnotationInstance operation : index.getAnnotations(Operation.class)) {
      MethodInfo method = operation.target().asMethod();
      AnnotationInstance allowed =
          method.hasAnnotation(RolesAllowed.class)
              ? method.annotation(RolesAllowed.class)
              : method.declaringClass().declaredAnnotation(RolesAllowed.class);
      if (allowed != null && operation.value("operationId") != null) {
        roles.put(
            operation.value("operationId").asString(), List.of(allowed.value().asStringArray()));
      }
    }
  }

  /** The roles of an operation; empty where it is for everybody. */
  List<String> of(String operationId) {
    return roles.getOrDefault(operationId, List.of());
  }
}
