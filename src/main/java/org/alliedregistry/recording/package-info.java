/** Use cases: they check what a writer sends against the record, and make entries of it. */
@NullMarked
package org.alliedregistry.recording;

import org.jspecify.annotations.NullMarked;
