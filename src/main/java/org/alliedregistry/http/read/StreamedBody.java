package org.alliedregistry.http.read;

/** The body of an answer that is sent piece by piece. It is not cached, and sets its own tag. */
public interface StreamedBody {}
