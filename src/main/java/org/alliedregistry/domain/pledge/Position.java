package org.alliedregistry.domain.pledge;

/** The position of an ally on a whole pledge, the strongest first. */
public enum Position {
  PLEDGED,
  CONSIDERING,
  DECLINED,
  WITHDRAWN;

  /** Whether it is a refusal or a withdrawal: earlier statements no longer count. */
  public boolean ends() {
    return this == DECLINED || this == WITHDRAWN;
  }
}
