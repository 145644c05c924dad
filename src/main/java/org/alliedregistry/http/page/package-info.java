/** Lists in pages of one snapshot. */
@NullMarked
package org.alliedregistry.http.page;

import org.jspecify.annotations.NullMarked;
