package org.alliedregistry.domain.reference;

/**
 * A fact that must come true before a pledge counts as certain. A condition per ally, such as a
 * parliament's vote, has a state for each ally.
 */
public record Condition(String code, String description, boolean perAlly) {

  /** The state of a condition. Without a statement it is open. */
  public enum State {
    OPEN,
    MET,
    FAILED
  }
}
