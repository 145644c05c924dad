/** The immutable view of everything recorded; every read is served from it. */
@NullMarked
package org.alliedregistry.registry;

import org.jspecify.annotations.NullMarked;
