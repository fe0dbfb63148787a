/**
 * Distributions of Perl that CPAN's clients installed, by their lists of files ({@code .packlist}) and what cpanm
 * records; and Perl itself, by the list of its own installation. Those lists have no checksums, so nothing of it is
 * ever verified. Start with {@link dev.jonah.appdb.perl.PacklistParser}.
 */
@NullMarked
package dev.jonah.appdb.perl;

import org.jspecify.annotations.NullMarked;
