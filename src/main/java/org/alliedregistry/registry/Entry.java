package org.alliedregistry.registry;

/** One accepted write. */
public record Entry(Stamp stamp, Content content) {}
