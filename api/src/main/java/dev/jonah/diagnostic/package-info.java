/**
 * Findings about the scan itself and the bounds it keeps: {@link dev.jonah.diagnostic.Diagnostic} is data that every
 * reader and plugin reports through a {@link dev.jonah.diagnostic.Diagnostics}; {@link dev.jonah.diagnostic.Limits} holds
 * every bound in one immutable object. Exceptions are kept for input that cannot be read at all and for exceeded limits.
 */
@NullMarked
package dev.jonah.diagnostic;

import org.jspecify.annotations.NullMarked;
