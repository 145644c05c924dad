/** Persistent collections that the record is built of. */
@NullMarked
package org.alliedregistry.domain.collection;

import org.jspecify.annotations.NullMarked;
