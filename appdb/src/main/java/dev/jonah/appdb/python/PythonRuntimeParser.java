package dev.jonah.appdb.python;

import dev.jonah.appdb.python.format.PatchLevel;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds Python itself as its own installation leaves it, in images that build it from source or unpack a build: by {@code
 * include/pythonX.Y/patchlevel.h}, which states the version, where the interpreter lies beside it. It owns the files that
 * Python installs there by name, none of it verified. Whether the program holds that version too is looked up, and reported if
 * not. A Python of conda is left to its record.
 */
public final class PythonRuntimeParser implements ManifestParser {
    private static final int PIECE = 1 << 16;

    /** Found as a service. */
    public PythonRuntimeParser() {}

    @Override
    public String id() {
        return "jonah.appdb.python-runtime";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("patchlevel.h");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Python itself",
                "`include/pythonX.Y/patchlevel.h` beside an interpreter that no conda installed",
                "the program, its library, headers and the standard library, by the names that each version has",
                "**nothing**: nobody recorded what they should contain. Whether the program holds the version is told"
                        + " by `python.runtime.differs`");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        String version = versionOfDirectory(manifest.path());
        ImagePath prefix = manifest.path().resolve("../../..");
        Content content = manifest.content();
        if (version == null || content == null || isOfConda(prefix, scan)) {
            return;
        }
        List<FileEntry> programs = programs(prefix, version, scan);
        if (programs.isEmpty()) {
            return;
        }
        String stated = PatchLevel.version(content.open(), scan.limits());
        if (stated == null || !(stated.equals(version) || stated.startsWith(version + "."))) {
            scan.diagnostics()
                    .warning(
                            "python.runtime.version",
                            manifest.path(),
                            manifest.path() + " states no version of Python " + version);
            return;
        }
        if (!anyHolds(programs, stated)) {
            scan.diagnostics()
                    .warning(
                            "python.runtime.differs",
                            programs.get(0).path(),
                            programs.get(0).path() + " does not hold the version " + stated + " that " + manifest.path()
                                    + " states");
        }
        SoftwarePackage.Builder builder = SoftwarePackage.of(
                Purl.of("generic", "python").version(stated).build(), Kind.APPLICATION, manifest.path());
        if (scan.wantsFiles()) {
            RuntimeFiles.of(prefix, version, scan.tree()).forEach(builder::file);
        }
        out.accept(builder.build());
    }

    /** {@code 3.11} of {@code include/python3.11/patchlevel.h}; null of other headers. */
    private static @Nullable String versionOfDirectory(ImagePath header) {
        ImagePath directory = header.parent();
        ImagePath include = directory == null ? null : directory.parent();
        if (directory == null || include == null || !include.fileName().equals("include")) {
            return null;
        }
        String name = directory.fileName();
        return name.matches("python(2\\.7|3\\.\\d{1,2})[a-z]{0,2}")
                ? name.substring("python".length()).replaceAll("[a-z]", "")
                : null;
    }

    private static boolean isOfConda(ImagePath prefix, PackageScan scan) {
        return scan.tree().children(prefix.resolve("conda-meta")).stream()
                .anyMatch(entry -> entry.path().fileName().matches("python-\\d.*\\.json"));
    }

    /** The interpreter and the library that may hold most of it. */
    private static List<FileEntry> programs(ImagePath prefix, String version, PackageScan scan) {
        FileEntry program =
                scan.tree().resolveFile(prefix.resolve("bin/python" + version)).orElse(null);
        return program == null
                ? List.of()
                : Stream.concat(
                                Stream.of(program),
                                scan.tree().children(prefix.resolve("lib")).stream()
                                        .filter(entry -> entry.type().isRegular()
                                                && entry.path().fileName().startsWith("libpython" + version)))
                        .toList();
    }

    private static boolean anyHolds(List<FileEntry> programs, String version) throws IOException {
        byte[] text = (version + '\0').getBytes(StandardCharsets.US_ASCII);
        for (FileEntry program : programs) {
            Content content = program.content();
            if (content != null && holds(content, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Content content, byte[] text) throws IOException {
        byte[] window = new byte[PIECE + text.length];
        int kept = 0;
        try (InputStream in = content.open()) {
            int n;
            while ((n = in.readNBytes(window, kept, PIECE)) > 0) {
                int end = kept + n;
                for (int i = 0; i + text.length <= end; i++) {
                    if (window[i] == text[0] && Arrays.equals(window, i, i + text.length, text, 0, text.length)) {
                        return true;
                    }
                }
                kept = Math.min(text.length - 1, end);
                System.arraycopy(window, end - kept, window, 0, kept);
            }
        }
        return false;
    }
}
