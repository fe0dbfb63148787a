/**
 * What projects of Julia declare. Start with {@link dev.jonah.declared.julia.JuliaManifests}.
 */
@NullMarked
package dev.jonah.declared.julia;

import org.jspecify.annotations.NullMarked;
