/** The generic edge: filters, problem bodies, parameters. */
@NullMarked
package org.alliedregistry.http;

import org.jspecify.annotations.NullMarked;
