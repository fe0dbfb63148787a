/**
 * What programs that Rust built say of their crates. Start with {@link dev.jonah.appdb.rust.format.AuditDataReader}.
 */
@NullMarked
package dev.jonah.appdb.rust.format;

import org.jspecify.annotations.NullMarked;
