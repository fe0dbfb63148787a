/**
 * Real tools install something into a root file system, then one installed file is changed, one added and one removed: the
 * ledger must tell of these three and of nothing else. Where a tool records nothing to compare with, the tests say what is
 * told instead.
 */
@NullMarked
package dev.jonah.cli.install;

import org.jspecify.annotations.NullMarked;
