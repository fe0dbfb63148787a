/** The archive that PyInstaller appends to its programs. */
@NullMarked
package dev.jonah.appdb.pyinstaller.format;

import org.jspecify.annotations.NullMarked;
