/** Strict reading of JSON bodies into records. All violations are collected. */
@NullMarked
package org.alliedregistry.json;

import org.jspecify.annotations.NullMarked;
