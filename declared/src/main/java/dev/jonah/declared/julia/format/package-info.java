/** Projects and manifests of Julia, each file read alone. */
@NullMarked
package dev.jonah.declared.julia.format;

import org.jspecify.annotations.NullMarked;
