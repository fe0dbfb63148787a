/**
 * What {@code Cargo.lock} declares. Start with {@link dev.jonah.declared.rust.CargoLock}.
 */
@NullMarked
package dev.jonah.declared.rust;

import org.jspecify.annotations.NullMarked;
