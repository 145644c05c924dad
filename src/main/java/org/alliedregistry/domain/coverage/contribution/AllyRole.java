package org.alliedregistry.domain.coverage.contribution;

/** The role in which a question asks about allies: those who supply, those who pay, or both. */
public enum AllyRole {
  SUPPLIER,
  PAYER,
  ANY
}
