/**
 * The books: every entry that is not a directory ends in exactly one {@link dev.jonah.ledger.Verdict} with {@link
 * dev.jonah.ledger.Evidence}. {@link dev.jonah.ledger.Explainer} is the SPI for files that no package claims,
 * {@link dev.jonah.ledger.SignalFinder} the one for what makes files worth a look.
 */
@NullMarked
package dev.jonah.ledger;

import org.jspecify.annotations.NullMarked;
