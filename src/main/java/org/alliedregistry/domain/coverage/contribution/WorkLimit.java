package org.alliedregistry.domain.coverage.contribution;

/**
 * How much work one question may take. Work is counted, not timed: a step is a statement that is
 * folded, or a pledge that the rules are asked of. What computes long says so before each step.
 */
@FunctionalInterface
public interface WorkLimit {

  /** As much work as it takes. */
  WorkLimit NONE = steps -> {};

  /** Before so many more steps are taken; throws where they must not be. */
  void spend(long steps);
}
