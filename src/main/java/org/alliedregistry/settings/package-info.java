/** How settings are written, and the one line that says where one is wrong. */
@NullMarked
package org.alliedregistry.settings;

import org.jspecify.annotations.NullMarked;
