/**
 * What pledges are about (allies, capabilities, conditions) and what every statement has: a
 * speaker, a source, a grade.
 */
@NullMarked
package org.alliedregistry.domain.reference;

import org.jspecify.annotations.NullMarked;
