/** What a read asks: its parameters, and the snapshot that it sees. */
@NullMarked
package org.alliedregistry.http.question;

import org.jspecify.annotations.NullMarked;
