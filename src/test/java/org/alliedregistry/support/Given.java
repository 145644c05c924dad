package org.alliedregistry.support;

/** Where fixtures begin: {@code Given.pledge("a", "FRA").says(pledged(troops(5000)))}. */
public final class Given {

  private Given() {}

  public static GivenPledge pledge(String id, String... allies) {
    return new GivenPledge(id, allies);
  }

  public static GivenCondition condition(String code) {
    return new GivenCondition(code);
  }
}
