/** Limits for all callers together and for each: bodies, computations, requests a minute. */
@NullMarked
package org.alliedregistry.http.guard;

import org.jspecify.annotations.NullMarked;
