/** What the first bytes of programs tell, and where texts hold secrets; usable on their own, without image or plugin. */
@NullMarked
package dev.jonah.provenance.signals.format;

import org.jspecify.annotations.NullMarked;
