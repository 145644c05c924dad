/** Reads: the snapshot of a read, the response cache, conditional requests. */
@NullMarked
package org.alliedregistry.http.read;

import org.jspecify.annotations.NullMarked;
