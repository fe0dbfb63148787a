package com.example.pacman;

import com.example.pacman.format.SectionReader;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the directory of an installed package and its {@code desc} say.
 *
 * @param directory the directory
 * @param name the package
 * @param version with epoch and release
 * @param sections values of {@code desc} by key
 * @param sound whether {@code desc} could be read to its end and is what pacman writes
 */
record Description(ImagePath directory, String name, String version, Map<String, List<String>> sections, boolean sound) {
    private static final int MOST_VALUES = 100_000;
    private static final Pattern DIRECTORY = Pattern.compile("(.+)-([^-]+-[^-]+)");

    /** Reads it; null, with a diagnostic, if the directory is none of a package. What {@code desc} lacks its name gives. */
    static @Nullable Description read(ImagePath directory, PackageScan scan) {
        Matcher parts = DIRECTORY.matcher(directory.fileName());
        if (!parts.matches()) {
            scan.diagnostics().warning("pacman.directory", directory, "not named as NAME-VERSION-RELEASE");
            return null;
        }
        Map<String, List<String>> sections = new HashMap<>();
        boolean sound = readSections(directory.resolve("desc"), scan, sections);
        String name = first(sections, "NAME");
        String version = first(sections, "VERSION");
        if (sound && !(name + "-" + version).equals(directory.fileName())) {
            String message = "desc says " + name + " " + version + ", the directory is called otherwise";
            scan.diagnostics().warning("pacman.desc.name", directory.resolve("desc"), message);
            sound = false;
        }
        return new Description(
                directory,
                name == null ? parts.group(1) : name,
                version == null ? parts.group(2) : version,
                sections,
                sound);
    }

    private static boolean readSections(ImagePath path, PackageScan scan, Map<String, List<String>> out) {
        FileEntry file = scan.tree().resolveFile(path).orElse(null);
        if (file == null) {
            scan.diagnostics().error("pacman.desc.missing", path, "there is no description of the package");
            return false;
        }
        int values = 0;
        try (SectionReader reader = new SectionReader(file.content().open(), scan.limits())) {
            String key;
            while ((key = reader.nextSection()) != null) {
                List<String> list = out.computeIfAbsent(key, k -> new ArrayList<>());
                RawText value;
                while ((value = reader.nextValue()) != null) {
                    if (++values > MOST_VALUES) {
                        throw new IOException("more than " + MOST_VALUES + " values");
                    }
                    list.add(value.toString());
                }
            }
            for (long line : reader.misplaced()) {
                scan.diagnostics().warning("pacman.desc.line", path, "line " + line + " belongs to no section");
            }
            return reader.misplaced().isEmpty();
        } catch (IOException e) {
            scan.diagnostics().error("pacman.desc.unreadable", path, "cannot be read to its end: " + e.getMessage());
            return false;
        }
    }

    private static @Nullable String first(Map<String, List<String>> sections, String key) {
        List<String> values = sections.getOrDefault(key, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /** The first value of a section, or null. */
    @Nullable
    String first(String key) {
        return first(sections, key);
    }

    /** All values of a section. */
    List<String> all(String key) {
        return sections.getOrDefault(key, List.of());
    }

    /** One of the package's files in the database. */
    ImagePath file(String name) {
        return directory.resolve(name);
    }
}
