/** Decides which network is served next, and which must close a connection. */
@NullMarked
package org.alliedregistry.http.connection.fairness;

import org.jspecify.annotations.NullMarked;
