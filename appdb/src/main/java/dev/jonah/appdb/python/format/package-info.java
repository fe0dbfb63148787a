/**
 * Readers of the files that Python's installers leave behind, with no notion of images: {@link
 * dev.jonah.appdb.python.format.MetadataReader} for METADATA and PKG-INFO, {@link
 * dev.jonah.appdb.python.format.RecordReader} for RECORD, {@link dev.jonah.appdb.python.format.BytecodeHeader} for the
 * beginning of {@code .pyc} files. The formats are those of the PyPA specifications "Core metadata", "Recording installed
 * projects", "Entry points" and "Direct URL data structure", and of PEP 3147 and PEP 552.
 */
@NullMarked
package dev.jonah.appdb.python.format;

import org.jspecify.annotations.NullMarked;
