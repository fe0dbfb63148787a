/**
 * Running a pipeline: which plugins there are ({@link dev.jonah.core.run.PluginSet}), one step after the other ({@link
 * dev.jonah.core.run.PipelineRun}), and the facts of a step as bytes. Not for use outside this module.
 */
@NullMarked
package dev.jonah.core.run;

import org.jspecify.annotations.NullMarked;
