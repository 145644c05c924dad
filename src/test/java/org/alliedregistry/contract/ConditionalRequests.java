package org.alliedregistry.contract;

import org.alliedregistry.contract.ContractTree.Operation;

/** Adds the headers that make a request conditional or repeatable. */
final class ConditionalRequests {

  private ConditionalRequests() {}

  static void complete(ContractTree tree) {
    tree.operations().forEach(ConditionalRequests::complete);
  }

  private static void complete(Operation operation) {
    switch (operation.method()) {
      case "get" -> {
        if (!operation.streams()) {
          operation.takesShared("IfNoneMatch");
          operation.answers("304", "NotModified");
        }
      }
      case "put" -> {
        operation.takesShared("IfMatch");
        if (operation.answer(201) != null) {
          operation.takesShared("IfNothingIsThere");
        }
      }
      case "post" -> {
        if (isRepeatable(operation)) {
          operation.takesShared("IdempotencyKey");
        }
        if (appends(operation)) {
          operation.takesShared("IfMatchList");
        }
      }
      default -> {
        // to delete what is deleted changes nothing
      }
    }
  }

  /** A token is shown once and its answer is not kept; a what-if question records nothing. */
  static boolean isRepeatable(Operation operation) {
    return operation.method().equals("post")
        && !operation.path().equals("/v1/tokens")
        && !operation.path().equals("/v1/coverage/what-if");
  }

  static boolean appends(Operation operation) {
    return operation.method().equals("post") && operation.path().endsWith("/statements");
  }
}
