package org.alliedregistry.domain.coverage.contribution;

/**
 * The amount of work that one question may take. Work is counted, not timed: a step is a statement
 * that is folded, or a pledge that the rules assess. A computation calls {@link #spend} before each
 * step.
 */
@FunctionalInterface
public interface WorkLimit {

  /** No limit. */
  WorkLimit NONE = steps -> {};

  /** Adds steps that are about to be taken; throws if they exceed the limit. */
  void spend(long steps);
}
