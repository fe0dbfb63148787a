/**
 * Reader of bills of materials in all forms of CycloneDX and SPDX that occur, usable alone. Start with {@link
 * dev.jonah.declared.sbom.format.BomReader}.
 */
@NullMarked
package dev.jonah.declared.sbom.format;

import org.jspecify.annotations.NullMarked;
