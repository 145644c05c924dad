package org.alliedregistry.domain.pledge;

/** What a pledge is supplied from. */
public enum Origin {
  FROM_STOCK,
  NEW_PURCHASE,
  NEW_PRODUCTION
}
