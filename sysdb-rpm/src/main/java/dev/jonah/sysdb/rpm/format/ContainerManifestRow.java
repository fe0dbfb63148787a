package dev.jonah.sysdb.rpm.format;

import org.jspecify.annotations.Nullable;

/**
 * A package in {@code /var/lib/rpmmanifest/container-manifest-2}, which images of Azure Linux without a database have.
 * Unknown is null.
 *
 * @param name its name
 * @param version version and release
 * @param installTime seconds since 1970
 * @param buildTime seconds since 1970
 * @param vendor who publishes it
 * @param epoch its epoch
 * @param size bytes of its files
 * @param architecture {@code x86_64}, {@code noarch}
 * @param sourceRpm file name of the source package
 */
public record ContainerManifestRow(
        String name,
        String version,
        @Nullable Long installTime,
        @Nullable Long buildTime,
        @Nullable String vendor,
        @Nullable Long epoch,
        @Nullable Long size,
        @Nullable String architecture,
        @Nullable String sourceRpm) {}
