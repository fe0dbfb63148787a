/**
 * Accounts for what dpkg, apt, debconf and Debian's maintainer scripts write without any package owning it: state,
 * caches, links and generated configuration. Most rules are lines of data, each with the package it belongs to and a
 * check of the content; a file that is only in the right place stays unexplained.
 */
@NullMarked
package dev.jonah.sysdb.debian.explain;

import org.jspecify.annotations.NullMarked;
