/**
 * Where things lie in compiled programs: the sections and segments of ELF, PE and Mach-O files, read without trusting a
 * number in them. Start with {@link dev.jonah.appdb.program.format.ProgramReader}. What the sections say is read where it
 * is needed: Go's build information, Rust's list of crates.
 */
@NullMarked
package dev.jonah.appdb.program.format;

import org.jspecify.annotations.NullMarked;
