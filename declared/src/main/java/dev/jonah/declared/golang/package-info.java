/**
 * What {@code go.mod} declares. Start with {@link dev.jonah.declared.golang.GoModules}.
 */
@NullMarked
package dev.jonah.declared.golang;

import org.jspecify.annotations.NullMarked;
