/**
 * Python: installed distributions become packages whose files are claimed as their RECORD says ({@link
 * dev.jonah.appdb.python.PythonParser}), and compiled files are explained by their source ({@link
 * dev.jonah.appdb.python.PythonBytecode}).
 */
@NullMarked
package dev.jonah.appdb.python;

import org.jspecify.annotations.NullMarked;
