package org.alliedregistry.problem;

/**
 * One error in a request.
 *
 * @param pointer a JSON pointer into the body, or {@code ?name} for a query parameter
 * @param detail what is wrong, and what is accepted
 */
public record Violation(String pointer, String detail) {}
