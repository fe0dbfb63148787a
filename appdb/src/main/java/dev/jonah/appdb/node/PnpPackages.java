package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.appdb.java.zip.ZipCursor;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.appdb.java.zip.ZipEntryStream;
import dev.jonah.appdb.node.format.PackageJson;
import dev.jonah.appdb.node.format.PackageJsonReader;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The packages of one map of Yarn's Plug'n'Play: those that lie in archives, which are loaded from there and own them, and the
 * projects of the map. Those in directories are found by their {@code package.json} like any others.
 */
final class PnpPackages {
    /** More than any {@code package.json} of an archive has. */
    private static final int LARGEST = 4 << 20;

    private static final int NAMED = 3;

    private final ImagePath map;
    private final PackageScan scan;
    private final Consumer<SoftwarePackage> out;
    private final Map<String, String> checksums;
    private final ImagePath lock;

    private PnpPackages(ImagePath map, ImagePath base, PackageScan scan, Consumer<SoftwarePackage> out)
            throws IOException {
        this.map = map;
        this.scan = scan;
        this.out = out;
        this.lock = base.resolve("yarn.lock");
        this.checksums = YarnLocks.checksums(lock, scan);
    }

    static void of(ImagePath map, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Map<ImagePath, PnpMaps.Place> places = PnpMaps.of(scan).byMap().getOrDefault(map, Map.of());
        ImagePath base = map.parent();
        if (places.isEmpty() || base == null) {
            return;
        }
        PnpPackages packages = new PnpPackages(map, base, scan, out);
        List<ImagePath> absent = new ArrayList<>();
        for (Map.Entry<ImagePath, PnpMaps.Place> place : places.entrySet()) {
            FileEntry file = scan.tree().find(place.getKey()).orElse(null);
            if (file == null) {
                absent.add(place.getKey());
            } else if (place.getValue().archived() != null) {
                packages.archived(file, place.getValue(), place.getValue().archived());
            } else {
                packages.project(file, place.getValue());
            }
        }
        if (!absent.isEmpty()) {
            String names = String.join(
                    ", ", absent.stream().limit(NAMED).map(ImagePath::toString).toList());
            String more = absent.size() > NAMED ? " and " + (absent.size() - NAMED) + " more" : "";
            scan.diagnostics()
                    .info("yarn.pnp.absent", map, map + " names packages that are not there: " + names + more);
        }
    }

    /** One that lies in no {@code node_modules} and has none; all others are found without the map. */
    private void project(FileEntry manifest, PnpMaps.Place place) throws IOException {
        ImagePath directory = manifest.path().parent();
        if (directory == null
                || !manifest.type().isRegular()
                || Place.of(directory) != null
                || scan.tree().find(directory.resolve("node_modules")).isPresent()) {
            return;
        }
        PackageJson json = NodePackageParser.read(manifest, true, scan);
        if (json != null) {
            accept(
                    json,
                    place,
                    PackageFile.at(manifest.path(), "npm.project")
                            .note("it describes a project of the map " + map)
                            .source(map));
        }
    }

    private void archived(FileEntry archive, PnpMaps.Place place, String directory) throws IOException {
        Content content = archive.content();
        if (content == null) {
            scan.diagnostics().error("yarn.archive.lost", archive.path(), archive.path() + " has lost its bytes");
            return;
        }
        PackageJson json = null;
        String problem = null;
        try (SeekableByteChannel channel = content.openChannel()) {
            json = manifest(ZipArchive.in(channel), directory + "package.json");
            problem = json == null ? "it holds no " + directory + "package.json" : null;
        } catch (DamagedZipException | LimitExceededException e) {
            problem = String.valueOf(e.getMessage());
        } catch (JacksonException e) {
            problem = "the package.json in it cannot be read: " + e.getOriginalMessage();
        }
        if (json == null) {
            scan.diagnostics()
                    .warning("yarn.archive", archive.path(), archive.path() + " is no package of Yarn: " + problem);
            return;
        }
        String checksum = checksums.get(place.name() + "@" + reference(place));
        accept(
                json,
                place,
                checksum == null
                        ? PackageFile.at(archive.path(), "yarn.pnp")
                                .note("the map of Plug'n'Play names the archive, and no checksum of it is recorded")
                                .source(map)
                        : PackageFile.at(archive.path(), "yarn.checksum")
                                .digest(Digest.of(
                                        Digest.Algorithm.SHA512, HexFormat.of().parseHex(checksum)))
                                .source(lock));
    }

    private @Nullable PackageJson manifest(ZipArchive archive, String name) throws IOException {
        ZipCursor entries = archive.entries();
        for (ZipEntryHead entry = entries.next(); entry != null; entry = entries.next()) {
            if (entry.name().toString().equals(name)) {
                try (ZipEntryStream in = archive.open(entry)) {
                    byte[] bytes = in.readNBytes(LARGEST + 1);
                    if (bytes.length > LARGEST) {
                        throw new DamagedZipException("its package.json is larger than " + LARGEST + " bytes");
                    }
                    return PackageJsonReader.read(new ByteArrayInputStream(bytes));
                }
            }
        }
        return null;
    }

    private void accept(PackageJson json, PnpMaps.Place place, PackageFile.Builder file) throws IOException {
        PackageFile promise = file.build();
        SoftwarePackage.Builder builder = Described.of(json, promise.path(), scan);
        if (builder == null) {
            return;
        }
        String reference = reference(place);
        if (reference.startsWith("npm:")
                && !(place.name() + "@" + reference).equals(json.name() + "@npm:" + json.version())
                && reference.indexOf("::") < 0) {
            scan.diagnostics()
                    .warning(
                            "yarn.archive.differs",
                            promise.path(),
                            promise.path() + " is " + json.name() + " " + json.version() + ", Yarn installed "
                                    + place.name() + " " + reference);
        }
        place.meant().forEach(meant -> builder.resolved(meant, null));
        out.accept(builder.extra("yarn.reference", reference.isEmpty() ? null : reference)
                .file(promise)
                .build());
    }

    /** Without what tells apart the same package under several peers: {@code virtual:…#npm:1.0.0}. */
    private static String reference(PnpMaps.Place place) {
        String reference = place.reference() == null ? "" : place.reference();
        return reference.startsWith("virtual:") ? reference.substring(reference.indexOf('#') + 1) : reference;
    }
}
