/** Coverage through time and its changes over HTTP. */
@NullMarked
package org.alliedregistry.api.coverage.change;

import org.jspecify.annotations.NullMarked;
