package dev.jonah.appdb.perl;

import dev.jonah.appdb.perl.format.DistributionMetadata;
import dev.jonah.appdb.perl.format.InstallRecord;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What cpanm recorded below one directory of libraries, {@code .meta/<distribution>}: read once for all lists there.
 *
 * @param records in the order of the directory
 * @param byModule which of them provides a module
 */
record Library(List<Recorded> records, Map<String, Recorded> byModule) {
    private static final int MOST_MODULES = 1_000_000;

    /**
     * One installation.
     *
     * @param directory in {@code .meta}
     * @param record {@code install.json}
     * @param metadata {@code MYMETA.json}, or null
     */
    record Recorded(
            ImagePath directory,
            InstallRecord record,
            @Nullable DistributionMetadata metadata) {
        ImagePath file() {
            return directory.resolve("install.json");
        }
    }

    private record Key(ImagePath directory) {}

    /** The records below a directory that has {@code auto} and {@code .meta} in it. */
    static Library of(ImagePath libraries, PackageScan scan) throws IOException {
        return scan.once(new Key(libraries), () -> read(libraries, scan));
    }

    /** The installation whose main module this is, else one that provides it; or null. */
    @Nullable
    Recorded of(String module) {
        for (Recorded recorded : records) {
            if (module.equals(recorded.record().module())) {
                return recorded;
            }
        }
        return byModule.get(module);
    }

    private static Library read(ImagePath libraries, PackageScan scan) throws IOException {
        List<Recorded> records = new ArrayList<>();
        Map<String, Recorded> byModule = new HashMap<>();
        for (FileEntry directory : scan.tree().children(libraries.resolve(".meta"))) {
            InstallRecord record = document(directory.path().resolve("install.json"), InstallRecord::read, scan);
            if (record != null) {
                DistributionMetadata metadata =
                        document(directory.path().resolve("MYMETA.json"), DistributionMetadata::read, scan);
                Recorded recorded = new Recorded(directory.path(), record, metadata);
                records.add(recorded);
                if (byModule.size() < MOST_MODULES) {
                    record.provides().keySet().forEach(module -> byModule.putIfAbsent(module, recorded));
                }
            }
        }
        return new Library(records, byModule);
    }

    private static <T> @Nullable T document(ImagePath path, Format<T> format, PackageScan scan) {
        Content content = scan.tree().resolveFile(path).map(FileEntry::content).orElse(null);
        if (content == null) {
            return null;
        }
        try {
            return format.read(content.open(), scan.limits());
        } catch (IOException e) {
            scan.diagnostics().warning("perl.meta", path, path + " cannot be read: " + e.getMessage());
            return null;
        }
    }

    private interface Format<T> {
        T read(InputStream in, Limits limits) throws IOException;
    }
}
