/**
 * What makes files worth a look: each {@link dev.jonah.ledger.SignalFinder} here finds facts of one sort. They read as
 * little as they can, and report the kind of a secret, never the secret.
 */
@NullMarked
package dev.jonah.provenance.signals;

import org.jspecify.annotations.NullMarked;
