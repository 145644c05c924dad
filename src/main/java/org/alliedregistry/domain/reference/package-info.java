/**
 * The reference data of pledges (allies, capabilities, conditions), and the attribution of a
 * statement: speaker, source, grade of evidence.
 */
@NullMarked
package org.alliedregistry.domain.reference;

import org.jspecify.annotations.NullMarked;
