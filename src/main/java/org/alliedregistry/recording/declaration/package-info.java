/** The declarations that a writer sends, checked against the record. */
@NullMarked
package org.alliedregistry.recording.declaration;

import org.jspecify.annotations.NullMarked;
