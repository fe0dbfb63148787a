/** What all plugins have in common: {@link dev.jonah.plugin.Plugin}. Each SPI extends it. */
@NullMarked
package dev.jonah.plugin;

import org.jspecify.annotations.NullMarked;
