/** Allies, capabilities and conditions over HTTP. */
@NullMarked
package org.alliedregistry.api.reference;

import org.jspecify.annotations.NullMarked;
