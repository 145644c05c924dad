/**
 * Problems (RFC 9457): the table of their types, the exception that carries one, the violations.
 */
@NullMarked
package org.alliedregistry.problem;

import org.jspecify.annotations.NullMarked;
