package org.alliedregistry.support;

/** Where fixtures begin: {@code Fixtures.pledge("a", "FRA").with(pledged(troops(5000)))}. */
public final class Fixtures {

  private Fixtures() {}

  public static PledgeFixture pledge(String id, String... allies) {
    return new PledgeFixture(id, allies);
  }

  public static ConditionFixture condition(String code) {
    return new ConditionFixture(code);
  }
}
