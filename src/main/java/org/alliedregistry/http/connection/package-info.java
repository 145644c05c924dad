/** Connections and request heads, before a request is known. */
@NullMarked
package org.alliedregistry.http.connection;

import org.jspecify.annotations.NullMarked;
