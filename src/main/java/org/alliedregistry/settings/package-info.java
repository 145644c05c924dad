/** The formats of settings, and the message for an invalid one. */
@NullMarked
package org.alliedregistry.settings;

import org.jspecify.annotations.NullMarked;
