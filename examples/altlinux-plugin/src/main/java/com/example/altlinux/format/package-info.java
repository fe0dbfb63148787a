/**
 * Readers of what apt keeps on distributions of rpm, usable alone. Headers themselves are read by {@code
 * dev.jonah.sysdb.rpm.format}; here is only how apt strings them together.
 */
@NullMarked
package com.example.altlinux.format;

import org.jspecify.annotations.NullMarked;
