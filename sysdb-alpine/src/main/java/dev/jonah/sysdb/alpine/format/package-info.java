/**
 * Readers of the files that apk keeps: each turns an {@code InputStream} into records with every field in the order of
 * the file and knows nothing of images or package URLs. Start with {@link
 * dev.jonah.sysdb.alpine.format.ApkInstalledReader}; {@link dev.jonah.sysdb.alpine.format.ProtectedPaths} decides what
 * counts as configuration.
 */
@NullMarked
package dev.jonah.sysdb.alpine.format;

import org.jspecify.annotations.NullMarked;
