/**
 * Bills of materials that lie in an image: CycloneDX and SPDX. They are claims by somebody, so their components are declared
 * packages with the author's name, never facts. Start with {@link dev.jonah.declared.sbom.SbomParser}.
 */
@NullMarked
package dev.jonah.declared.sbom;

import org.jspecify.annotations.NullMarked;
