/** How settings are written, and what is said where one is not. */
@NullMarked
package org.alliedregistry.settings;

import org.jspecify.annotations.NullMarked;
