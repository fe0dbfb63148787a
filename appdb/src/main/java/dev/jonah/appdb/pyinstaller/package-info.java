/**
 * Programs that PyInstaller made of Python. Start with {@link dev.jonah.appdb.pyinstaller.FrozenProgramParser}.
 */
@NullMarked
package dev.jonah.appdb.pyinstaller;

import org.jspecify.annotations.NullMarked;
