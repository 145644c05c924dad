/** Declarations over HTTP. */
@NullMarked
package org.alliedregistry.api.declaration;

import org.jspecify.annotations.NullMarked;
