/** What pledges are spoken about, and what every statement has: a speaker, a source, a grade. */
@NullMarked
package org.alliedregistry.reference;

import org.jspecify.annotations.NullMarked;
