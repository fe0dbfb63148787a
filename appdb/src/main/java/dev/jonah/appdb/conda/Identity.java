package dev.jonah.appdb.conda;

import dev.jonah.appdb.conda.format.CondaRecord;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.value.ImagePath;
import org.jspecify.annotations.Nullable;

/** Which package it is: by its record, or where that breaks off before it tells, by the name of the record. */
final class Identity {
    private Identity() {}

    /** The package URL; null, with a diagnostic, if nothing names the package. */
    static @Nullable Purl of(CondaRecord record, ImagePath manifest, PackageScan scan) {
        RecordName fallback = RecordName.of(manifest.fileName());
        String name = record.name() == null && fallback != null ? fallback.name() : record.name();
        String version = record.version() == null && fallback != null ? fallback.version() : record.version();
        String build = record.build() == null && fallback != null ? fallback.build() : record.build();
        if (name == null || !name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}")) {
            scan.diagnostics().warning("conda.record.name", manifest, manifest + " names no package");
            return null;
        }
        return Purl.of("conda", name)
                .version(version)
                .qualifier("build", build)
                .qualifier("channel", Channel.of(record))
                .qualifier("subdir", record.subdir())
                .qualifier("type", archiveType(record))
                .build();
    }

    private static @Nullable String archiveType(CondaRecord record) {
        String file = record.fileName() == null ? record.url() : record.fileName();
        if (file == null) {
            return null;
        }
        return file.endsWith(".conda") ? "conda" : file.endsWith(".tar.bz2") ? "tar.bz2" : null;
    }
}
