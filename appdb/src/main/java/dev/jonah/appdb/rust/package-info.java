/**
 * Programs that Rust built: the crates that {@code cargo auditable} recorded in them, and what panic messages give away of
 * the others.
 */
@NullMarked
package dev.jonah.appdb.rust;

import org.jspecify.annotations.NullMarked;
