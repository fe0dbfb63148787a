/** The result as JSON, format version 1: {@link dev.jonah.core.json.JsonResultWriter}. */
@NullMarked
package dev.jonah.core.json;

import org.jspecify.annotations.NullMarked;
