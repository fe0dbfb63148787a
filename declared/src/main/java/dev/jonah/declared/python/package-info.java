/**
 * What the lock files and lists of requirements of Python declare: uv, Poetry, PDM, Pipenv, pip and {@code pylock.toml}. Start
 * with {@link dev.jonah.declared.python.PythonLocks}.
 */
@NullMarked
package dev.jonah.declared.python;

import org.jspecify.annotations.NullMarked;
