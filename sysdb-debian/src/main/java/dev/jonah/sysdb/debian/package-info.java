/**
 * Installed packages of dpkg and of its relatives. {@link dev.jonah.sysdb.debian.DpkgPackages} reads the databases of
 * Debian, Ubuntu, their derivatives and distroless images, {@link dev.jonah.sysdb.debian.ChiselPackages} those of Ubuntu's
 * chiselled images, {@link dev.jonah.sysdb.debian.OpkgPackages} those of OpenWrt and Yocto.
 */
@NullMarked
package dev.jonah.sysdb.debian;

import org.jspecify.annotations.NullMarked;
