package org.alliedregistry.domain.pledge;

/** Where an ally stands on a whole pledge, the strongest first. */
public enum Position {
  PLEDGED,
  CONSIDERING,
  DECLINED,
  WITHDRAWN;

  /** A refusal or a withdrawal: what was said before it no longer counts. */
  public boolean ends() {
    return this == DECLINED || this == WITHDRAWN;
  }
}
