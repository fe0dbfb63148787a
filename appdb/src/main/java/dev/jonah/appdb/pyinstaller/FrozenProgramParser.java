package dev.jonah.appdb.pyinstaller;

import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.pyinstaller.format.FrozenArchive;
import dev.jonah.appdb.pyinstaller.format.FrozenArchive.Entry;
import dev.jonah.appdb.pyinstaller.format.FrozenArchiveReader;
import dev.jonah.appdb.python.format.MetadataField;
import dev.jonah.appdb.python.format.MetadataReader;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the distributions of Python in programs that PyInstaller made, as far as their metadata was put in. They are packages
 * without files: a program says nothing of what it is itself, and {@link FrozenPrograms} identifies it at most.
 *
 * <p>Facts beyond those of every package: {@code pyinstaller.python}, {@code pyinstaller.entry}.
 */
public final class FrozenProgramParser implements ManifestParser {
    private static final int LARGEST_METADATA = 4 << 20;
    private static final long MOST_METADATA = 64 << 20;
    private static final String METADATA = ".dist-info/METADATA";
    private static final String EGG = ".egg-info/PKG-INFO";

    /** Found as a service. */
    public FrozenProgramParser() {}

    @Override
    public String id() {
        return "jonah.appdb.pyinstaller";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.programs();
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Python, programs of PyInstaller",
                "the archive in programs of PyInstaller 2.1 and newer, for those distributions whose metadata was put in",
                "no file: such a program is `IDENTIFIED` at most",
                "**nothing**: it is the program's own word");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Content content = manifest.content();
        if (content == null) {
            return;
        }
        try (SeekableByteChannel channel = content.openChannel()) {
            ProgramBytes bytes = new ProgramBytes(channel);
            FrozenArchive archive = FrozenPrograms.archive(bytes);
            long unpacked = 0;
            for (Entry entry : archive == null ? List.<Entry>of() : archive.entries()) {
                if (archive != null
                        && (entry.name().endsWith(METADATA) || entry.name().endsWith(EGG))) {
                    unpacked += entry.size();
                    if (unpacked > MOST_METADATA) {
                        throw new DamagedProgramException("more metadata than any program has");
                    }
                    parse(entry, archive, bytes, manifest.path(), scan, out);
                }
            }
        } catch (DamagedProgramException e) {
            String message = "the archive of PyInstaller in " + manifest.path() + " is damaged: " + e.getMessage();
            scan.diagnostics().warning("pyinstaller.archive", manifest.path(), message);
        }
    }

    private static void parse(
            Entry entry,
            FrozenArchive archive,
            ProgramBytes bytes,
            ImagePath program,
            PackageScan scan,
            Consumer<SoftwarePackage> out)
            throws IOException {
        byte[] content = FrozenArchiveReader.content(entry, bytes, LARGEST_METADATA);
        Map<String, String> first = new HashMap<>();
        List<String> dependencies = new ArrayList<>();
        try (MetadataReader fields = new MetadataReader(new ByteArrayInputStream(content), scan.limits())) {
            for (MetadataField field = fields.read(); field != null; field = fields.read()) {
                first.putIfAbsent(field.name(), field.value());
                if (field.name().equals("Requires-Dist")) {
                    dependencies.add(field.value());
                }
            }
        } catch (LimitExceededException e) {
            scan.diagnostics().warning("pyinstaller.metadata", program, entry.name() + ": " + e.getMessage());
        }
        String license = first.getOrDefault("License-Expression", first.getOrDefault("License", ""));
        try {
            Purl purl = Purl.of("pypi", first.getOrDefault("Name", ""))
                    .version(first.get("Version"))
                    .build();
            out.accept(SoftwarePackage.of(purl, Kind.APPLICATION, program)
                    .licenses(license.isBlank() ? List.of() : List.of(license))
                    .description(first.get("Summary"))
                    .homepage(first.get("Home-page"))
                    .dependencies(dependencies)
                    .extra("pyinstaller.python", archive.python())
                    .extra("pyinstaller.entry", entry.name())
                    .build());
        } catch (IllegalArgumentException e) {
            String message = entry.name() + " in " + program + " names no distribution: " + e.getMessage();
            scan.diagnostics().warning("pyinstaller.metadata", program, message);
        }
    }
}
