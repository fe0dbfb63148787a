/**
 * Tests for plugin authors. {@link dev.jonah.testkit.FakeTree} is a root file system in memory, {@link
 * dev.jonah.testkit.FakeImage} a whole image as real archive bytes, {@link dev.jonah.testkit.Scans} runs a plugin on them.
 * Extend {@link dev.jonah.testkit.PackageDatabaseContract} and its siblings to check what every plugin must keep. {@link
 * dev.jonah.testkit.JonahAssertions} has assertions for packages and diagnostics.
 */
@NullMarked
package dev.jonah.testkit;

import org.jspecify.annotations.NullMarked;
