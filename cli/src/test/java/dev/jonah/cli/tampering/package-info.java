/**
 * Fresh root file systems made by the real package managers, files of them changed at random, and what Jonah says of them
 * held against what {@code dpkg --verify} and {@code rpm -Va} say. The tests are tagged {@code tampering}, take a minute or
 * two and need the tools and their repositories: they run where the environment variable {@code CI} is set, or with {@code
 * -Djonah.tampering}.
 */
@NullMarked
package dev.jonah.cli.tampering;

import org.jspecify.annotations.NullMarked;
