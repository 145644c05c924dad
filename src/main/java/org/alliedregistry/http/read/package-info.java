/** Reads: which snapshot, the response cache, conditional requests. */
@NullMarked
package org.alliedregistry.http.read;

import org.jspecify.annotations.NullMarked;
