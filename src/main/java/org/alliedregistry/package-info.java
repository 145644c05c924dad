/** The Allied commitment registry; ARCHITECTURE.md shows its rooms. */
@NullMarked
package org.alliedregistry;

import org.jspecify.annotations.NullMarked;
