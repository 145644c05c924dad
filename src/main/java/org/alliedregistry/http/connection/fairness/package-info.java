/** Which network is next, and which gives way. */
@NullMarked
package org.alliedregistry.http.connection.fairness;

import org.jspecify.annotations.NullMarked;
