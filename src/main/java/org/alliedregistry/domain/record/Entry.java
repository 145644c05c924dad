package org.alliedregistry.domain.record;

/** One accepted write. */
public record Entry(EntryStamp stamp, EntryContent content) {}
