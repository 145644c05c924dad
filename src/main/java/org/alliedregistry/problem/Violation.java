package org.alliedregistry.problem;

/**
 * One thing wrong with what was sent.
 *
 * @param pointer a JSON pointer into the body, or {@code ?name} for a parameter of the query
 * @param detail what is wrong and what would be right
 */
public record Violation(String pointer, String detail) {}
