/** What Helm writes, each file read alone. */
@NullMarked
package dev.jonah.declared.helm.format;

import org.jspecify.annotations.NullMarked;
