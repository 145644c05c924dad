package org.alliedregistry.recording.reference;

/** The patterns of codes and the limits of amounts, as the contract shows them. */
public final class CodePatterns {

  /** Capabilities, conditions, caveats and requirements. */
  public static final String CODE = "[A-Z][A-Z0-9_]{1,59}";

  /** ISO 3166-1 alpha-3, or the registry's own code of an organisation. */
  public static final String ALLY = "[A-Z][A-Z0-9_]{1,19}";

  public static final String BASELINE = "[a-z][a-z0-9-]{1,59}";
  public static final String UNIT = "[A-Za-z][A-Za-z0-9_-]{0,39}";
  public static final String URL = "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]\\S*$";

  /** The first day of a statement: Ukraine became independent in 1991. */
  public static final String FIRST_DAY = "1991-01-01";

  public static final String FIRST_PUBLICATION = "1900-01-01";

  /** The most years ahead that the day of a statement may lie. */
  public static final int YEARS_TO_HOLD = 10;

  /** The most years ahead that a promised day may lie. */
  public static final int YEARS_TO_COME = 50;

  /** The greatest amount: 10^15. */
  public static final String MAX_AMOUNT = "1000000000000000";

  public static final int DECIMALS = 3;

  /** The most decimals of a planning factor and of an exchange rate. */
  public static final int FACTOR_DECIMALS = 12;

  public static final String CODE_RULE = "must match " + CODE;
  public static final String ALLY_RULE = "must match " + ALLY;
  public static final String BASELINE_RULE = "must match " + BASELINE;
  public static final String UNIT_RULE = "must match " + UNIT;
  public static final String URL_RULE = "must be an http or https address";
  public static final String RANGE_RULE = "must be from 0 to 10^15";
  public static final String DECIMALS_RULE = "must have at most 3 decimals";
  public static final String FACTOR_DECIMALS_RULE = "must have at most 12 decimals";
  public static final String BLANK_RULE = "must be given and not blank";
  public static final String GIVEN_RULE = "must be given";

  private CodePatterns() {}
}
