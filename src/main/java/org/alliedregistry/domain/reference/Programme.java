package org.alliedregistry.domain.reference;

/** A programme under which allies supply or pay, such as PURL. */
public record Programme(String code, String title, String description) {}
