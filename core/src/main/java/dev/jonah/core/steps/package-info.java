/**
 * The steps of a scan. {@link dev.jonah.core.steps.StandardPipeline} lists them in order; each is one class that reads the
 * facts of those before it. {@link dev.jonah.core.steps.Assembly} makes the result of their facts. Not for use outside this
 * module.
 */
@NullMarked
package dev.jonah.core.steps;

import org.jspecify.annotations.NullMarked;
