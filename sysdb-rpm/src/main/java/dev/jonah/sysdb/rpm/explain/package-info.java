/**
 * Accounts for what rpm and the tools above it (dnf, yum, zypper, tdnf) write without a package owning it. Every explainer
 * looks at the content or at what the file was made from; a path alone explains nothing.
 */
@NullMarked
package dev.jonah.sysdb.rpm.explain;

import org.jspecify.annotations.NullMarked;
