/**
 * What a scan came to: {@link dev.jonah.result.ScanResult}, immutable and valid after the image is closed, except for the
 * contents of its entries. {@link dev.jonah.result.ResultWriter} is the SPI for output formats.
 */
@NullMarked
package dev.jonah.result;

import org.jspecify.annotations.NullMarked;
