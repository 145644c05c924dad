/**
 * Every failure as one RFC 9457 body: the table of problem types, the exception, the violations.
 */
@NullMarked
package org.alliedregistry.problem;

import org.jspecify.annotations.NullMarked;
