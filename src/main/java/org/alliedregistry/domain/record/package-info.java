/** The immutable snapshot of everything recorded, and its views. Every read is answered from it. */
@NullMarked
package org.alliedregistry.domain.record;

import org.jspecify.annotations.NullMarked;
