package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.Coordinates;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.Digest;
import dev.jonah.value.Digest.Algorithm;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the place of an archive says of it, and what else in the image names it. */
final class Places {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{30,40}");

    private final ImagePath path;
    private final List<RawText> parts;
    private final String fileName;
    private final ClassPaths classPaths;
    private final PackageScan scan;

    Places(FileEntry file, PackageScan scan) {
        this.path = file.path();
        this.parts = path.parts();
        this.fileName = path.fileName();
        this.classPaths = new ClassPaths(scan);
        this.scan = scan;
    }

    /** The coordinates that a repository's path consists of; null outside of one. */
    @Nullable
    Coordinates coordinates() {
        Coordinates found = gradle();
        found = found != null ? found : ivy();
        return found != null ? found : maven();
    }

    /** {@code cache/GROUP/ARTIFACT/jars/ARTIFACT-VERSION.jar} of Ivy. */
    private @Nullable Coordinates ivy() {
        boolean layout = parts.size() > 5
                && part(5).equals("cache")
                && List.of("jars", "bundles", "orbits").contains(part(2))
                && fileName.startsWith(part(3) + "-");
        String base = layout ? fileName.substring(part(3).length() + 1) : "";
        int dot = base.lastIndexOf('.');
        return dot > 0 ? new Coordinates(part(4), part(3), base.substring(0, dot)) : null;
    }

    /** The archive's file with the rule by which it is owned; null if nothing but itself tells of it. */
    @Nullable
    PackageFile promise() {
        Digest recorded = gradle() == null ? null : new Digest(Algorithm.SHA1, padded(part(2)));
        if (recorded != null) {
            return PackageFile.at(path, "java.gradle-cache")
                    .digest(recorded)
                    .note("Gradle keeps it in a directory named by its checksum")
                    .build();
        }
        try {
            PackageFile maven = maven() == null ? null : ofMaven();
            return maven != null ? maven : classPaths.promise(path);
        } catch (IOException e) {
            scan.diagnostics()
                    .warning("java.class-path", path, "what names " + path + " cannot be read: " + e.getMessage());
            return null;
        }
    }

    /** {@code files-2.1/GROUP/ARTIFACT/VERSION/SHA1/FILE}; the checksum has no leading zeros. */
    private @Nullable Coordinates gradle() {
        return parts.size() > 6
                        && part(6).equals("files-2.1")
                        && HEX.matcher(part(2)).matches()
                ? new Coordinates(part(5), part(4), part(3))
                : null;
    }

    private static String padded(String hex) {
        return "0".repeat(40 - hex.length()) + hex;
    }

    /** {@code repository/GROUP/…/ARTIFACT/VERSION/ARTIFACT-VERSION.jar}. */
    private @Nullable Coordinates maven() {
        if (parts.size() < 5 || !fileName.startsWith(part(3) + "-" + part(2).replace("-SNAPSHOT", ""))) {
            return null;
        }
        int root = -1;
        for (int i = 0; i < parts.size() - 4; i++) {
            String name = parts.get(i).toString();
            root = name.equals("repository") || name.equals("maven-repo") || name.equals("maven2") ? i : root;
        }
        if (root < 0) {
            return null;
        }
        StringBuilder group = new StringBuilder();
        for (RawText part : parts.subList(root + 1, parts.size() - 3)) {
            group.append(group.length() == 0 ? "" : ".").append(part);
        }
        return new Coordinates(group.toString(), part(3), part(2));
    }

    /** The checksum that Maven got with it, or its note of where it got it from. */
    private @Nullable PackageFile ofMaven() throws IOException {
        ImagePath directory = java.util.Objects.requireNonNull(path.parent(), "a file has a parent");
        ImagePath sidecar = directory.resolve(fileName + ".sha1");
        String first = TextFiles.head(scan.tree(), sidecar).strip();
        String hex = first.length() < 40 ? "" : first.substring(0, 40).toLowerCase(java.util.Locale.ROOT);
        if (HEX.matcher(hex).matches()) {
            return PackageFile.at(path, "java.maven-checksum")
                    .digest(new Digest(Algorithm.SHA1, hex))
                    .note("Maven recorded its checksum")
                    .source(sidecar)
                    .build();
        }
        ImagePath remotes = directory.resolve("_remote.repositories");
        boolean named = TextFiles.head(scan.tree(), remotes).lines().anyMatch(line -> line.startsWith(fileName + ">"));
        return named
                ? PackageFile.at(path, "java.maven-repository")
                        .note("Maven recorded that it put it there")
                        .source(remotes)
                        .build()
                : null;
    }

    /** The part of the path so many from the end, counting from 1. */
    private String part(int fromEnd) {
        return parts.get(parts.size() - fromEnd).toString();
    }
}
