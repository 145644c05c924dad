/** A statement on a pledge: what one speaker said on one day, field by field. */
@NullMarked
package org.alliedregistry.domain.pledge.statement;

import org.jspecify.annotations.NullMarked;
