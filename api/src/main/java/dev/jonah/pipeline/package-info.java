/**
 * A scan as an ordered, editable list of named steps. A {@link dev.jonah.pipeline.Step} reads the facts that earlier steps
 * wrote and writes facts of its own: records that can be turned into bytes and back. {@link dev.jonah.pipeline.Pipeline}
 * is the list.
 */
@NullMarked
package dev.jonah.pipeline;

import org.jspecify.annotations.NullMarked;
