package org.alliedregistry.domain.pledge.statement;

/** The position of an ally on all of a pledge. */
public enum Position {
  PLEDGED,
  CONSIDERING,
  DECLINED,
  WITHDRAWN;

  /**
   * Whether it is a refusal or a withdrawal. Then earlier statements no longer count, except for
   * what is in place.
   */
  public boolean ends() {
    return this == DECLINED || this == WITHDRAWN;
  }
}
