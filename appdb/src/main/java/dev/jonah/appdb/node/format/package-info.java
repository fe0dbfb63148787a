/** {@code package.json} and the lock files of npm, each read alone. */
@NullMarked
package dev.jonah.appdb.node.format;

import org.jspecify.annotations.NullMarked;
