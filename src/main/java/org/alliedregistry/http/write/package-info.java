/** Writes: idempotency, preconditions, and the answer. */
@NullMarked
package org.alliedregistry.http.write;

import org.jspecify.annotations.NullMarked;
