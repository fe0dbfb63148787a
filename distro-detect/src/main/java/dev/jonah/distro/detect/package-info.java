/**
 * Detectors of the distribution that an image holds, one for each kind of evidence. They are found as services
 * and keep no state. Each hands over what its evidence says, also where it contradicts that of another.
 */
@NullMarked
package dev.jonah.distro.detect;

import org.jspecify.annotations.NullMarked;
