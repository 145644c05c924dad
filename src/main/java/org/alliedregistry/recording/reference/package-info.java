/** The same for allies, capabilities and conditions, and what all bodies share. */
@NullMarked
package org.alliedregistry.recording.reference;

import org.jspecify.annotations.NullMarked;
