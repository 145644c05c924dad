package org.alliedregistry.domain.reference;

/**
 * Something that must come true before a pledge can be counted on; per ally where each ally's is
 * its own, as a parliament's vote.
 */
public record Condition(String code, String description, boolean perAlly) {

  /** Where a condition stands; without any word on it, it is open. */
  public enum State {
    OPEN,
    MET,
    FAILED
  }
}
