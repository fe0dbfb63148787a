package dev.jonah.pipeline;

import dev.jonah.packages.Purl;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A package that some layer has and the whole image has not: what is left of it. The counts are null if its list of files
 * could not be read.
 *
 * @param purl its package URL
 * @param plugin id of the plugin that reads the database
 * @param installedIn index of the layer that brought this version
 * @param removedIn index of the layer that removed it
 * @param hiddenFiles how many of its files are still shipped in a layer, and no longer visible
 * @param hiddenBytes how many bytes those have
 * @param visibleFiles how many of its files are still visible
 */
public record RemovedPackage(
        Purl purl,
        String plugin,
        int installedIn,
        int removedIn,
        @Nullable Integer hiddenFiles,
        @Nullable Long hiddenBytes,
        @Nullable Integer visibleFiles)
        implements Comparable<RemovedPackage> {
    private static final Comparator<RemovedPackage> ORDER = Comparator.comparing(RemovedPackage::purl)
            .thenComparing(RemovedPackage::plugin)
            .thenComparingInt(RemovedPackage::removedIn)
            .thenComparingInt(RemovedPackage::installedIn);

    /** By package URL. */
    @Override
    public int compareTo(RemovedPackage other) {
        return ORDER.compare(this, other);
    }
}
