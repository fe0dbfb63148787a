package dev.jonah.sysdb.debian;

import dev.jonah.distro.Distro;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.support.StanzaReader.Field;
import dev.jonah.support.StanzaReader.Stanza;
import dev.jonah.sysdb.debian.format.DpkgPackage;
import dev.jonah.sysdb.debian.format.StatusReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the databases of opkg and ipkg, as OpenWrt and Yocto have them: a directory {@code lib/opkg} with dpkg's kind of
 * {@code status} and with lists of files, but without checksums. There is no type of package URL for them, so theirs are
 * {@code generic}.
 */
public final class OpkgPackages implements PackageDatabase {
    private static final FilePattern STATUS = FilePattern.pathSuffix("lib/opkg/status", "lib/ipkg/status");

    /** Called by the service loader. */
    public OpkgPackages() {}

    @Override
    public String id() {
        return "jonah.sysdb.opkg";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "opkg, ipkg",
                "`lib/opkg/status`, `lib/ipkg/status`, `info/*.list`",
                "every path of a package's list",
                "configuration by MD5 or SHA-256; mode and link target where the list has them (opkg 0.3 and"
                        + " newer). The rest is `OWNED`");
    }

    @Override
    public boolean presentIn(FileTree tree) {
        return !databases(tree).isEmpty();
    }

    @Override
    public void read(PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        IOException failure = null;
        for (OpkgFiles.Place place : databases(scan.tree()).values()) {
            Files files = new Files(scan);
            Stanzas stanzas = new Stanzas(files);
            stanzas.addStatus(place.status());
            OpkgFiles lists = new OpkgFiles(place, files);
            PackageMapping mapping = new PackageMapping(label(scan.distro()), Map.of());
            for (Installed found : stanzas.installed()) {
                SoftwarePackage.Builder to;
                try {
                    to = mapping.map(withControl(found, lists.control(found), files));
                } catch (IllegalArgumentException e) {
                    String message = "package '" + found.name() + "' cannot have a package URL: " + e.getMessage();
                    files.diagnostics().error("dpkg.status.name", found.foundAt(), message);
                    continue;
                }
                if (scan.wantsFiles()) {
                    lists.promise(found, to);
                }
                out.accept(to.build());
            }
            if (failure == null) {
                failure = stanzas.failure();
            } else if (stanzas.failure() != null) {
                failure.addSuppressed(stanzas.failure());
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The status files by where they really are. */
    private static Map<ImagePath, OpkgFiles.Place> databases(FileTree tree) {
        Map<ImagePath, OpkgFiles.Place> found = new TreeMap<>();
        for (String usual : new String[] {"/usr/lib/opkg/status", "/var/lib/opkg/status", "/opt/lib/opkg/status"}) {
            add(ImagePath.of(usual), tree, found);
        }
        tree.matching(STATUS).forEach(match -> add(match.path(), tree, found));
        return found;
    }

    private static void add(ImagePath place, FileTree tree, Map<ImagePath, OpkgFiles.Place> found) {
        tree.resolveFile(place)
                .ifPresent(status -> found.putIfAbsent(status.path(), OpkgFiles.Place.of(place, status)));
    }

    private static Label label(@Nullable Distro distro) {
        return distro == null || distro.id().equals("unknown")
                ? new Label("generic", null, null)
                : new Label("generic", distro.purlNamespace(), distro.purlDistro());
    }

    /** OpenWrt's status has few fields; the others are in the package's own control file. */
    private static Installed withControl(Installed found, @Nullable FileEntry control, Files files) {
        List<DpkgPackage> stanzas = files.entries(control, StatusReader::read);
        if (stanzas.size() != 1 || !found.name().equals(stanzas.get(0).name())) {
            return found;
        }
        List<Field> fields = new ArrayList<>(stanzas.get(0).stanza().fields());
        // Of a repeated field the last one counts.
        fields.addAll(found.stanza().stanza().fields());
        return new Installed(new DpkgPackage(new Stanza(fields, List.of())), found.name(), found.foundAt(), null);
    }
}
