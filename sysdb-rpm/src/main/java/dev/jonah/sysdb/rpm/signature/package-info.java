/**
 * Checks OpenPGP signatures of headers with the keys that are at hand. It is the only part that needs Bouncy Castle, whose
 * classes are loaded when the first key or signature is met.
 */
@NullMarked
package dev.jonah.sysdb.rpm.signature;

import org.jspecify.annotations.NullMarked;
