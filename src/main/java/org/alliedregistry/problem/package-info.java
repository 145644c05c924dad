/** Every failure as one RFC 9457 body, and the strict reading of what comes in. */
@NullMarked
package org.alliedregistry.problem;

import org.jspecify.annotations.NullMarked;
