package org.alliedregistry.registry;

/** Something with the stamp it was recorded under. */
public record Stamped<T>(Stamp stamp, T value) {}
