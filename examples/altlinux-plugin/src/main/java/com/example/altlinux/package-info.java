/**
 * What apt keeps on ALT Linux and other distributions where it installs packages of rpm. The packages themselves are
 * reported by Jonah's own plugin for rpm, whose readers {@link com.example.altlinux.AptState} uses as a library.
 */
@NullMarked
package com.example.altlinux;

import org.jspecify.annotations.NullMarked;
