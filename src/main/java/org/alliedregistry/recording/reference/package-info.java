/** Use cases of allies, capabilities and conditions, and the parts that all bodies share. */
@NullMarked
package org.alliedregistry.recording.reference;

import org.jspecify.annotations.NullMarked;
