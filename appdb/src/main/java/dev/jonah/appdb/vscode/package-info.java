/** Extensions of VS Code and its kin. Start with {@link dev.jonah.appdb.vscode.ExtensionParser}. */
@NullMarked
package dev.jonah.appdb.vscode;

import org.jspecify.annotations.NullMarked;
