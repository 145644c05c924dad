/** Use cases: what a writer sends, checked against the record, and turned into entries. */
@NullMarked
package org.alliedregistry.recording;

import org.jspecify.annotations.NullMarked;
