package org.alliedregistry.domain.baseline;

/**
 * A line that is met when a condition is met. It counts no pledges.
 *
 * @param milestone the code of the condition; it is not per ally, so it has one state
 */
public record Milestone(String code, String title, String milestone) implements BaselineLine {}
