/** JSON documents of a moderate size as values, for the formats of several ecosystems. */
@NullMarked
package dev.jonah.appdb.json;

import org.jspecify.annotations.NullMarked;
