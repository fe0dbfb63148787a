/**
 * Explains files that no package claims, whatever the distribution: what tools generate from files of packages, and what
 * engines, builders and running systems leave behind. Each rule says where it looks, what must be there, and what the
 * content must be like.
 */
@NullMarked
package dev.jonah.provenance;

import org.jspecify.annotations.NullMarked;
