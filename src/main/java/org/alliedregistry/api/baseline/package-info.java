/** Baselines over HTTP. */
@NullMarked
package org.alliedregistry.api.baseline;

import org.jspecify.annotations.NullMarked;
