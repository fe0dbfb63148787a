package dev.jonah.appdb.conda;

import dev.jonah.appdb.conda.format.CondaPath;
import dev.jonah.appdb.conda.format.CondaRecord;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a record knows of the package cache: the archive, the files as they were before the path of the environment was
 * written into them, and the package's metadata. Only what is there is claimed, since the cache may be emptied at will.
 */
final class CacheClaims {
    private static final Set<String> METADATA = Set.of(
            "about.json",
            "files",
            "git",
            "has_prefix",
            "hash_input.json",
            "hash_input_files",
            "index.json",
            "LICENSE.txt",
            "link.json",
            "no_link",
            "no_softlink",
            "paths.json",
            "recipe.json",
            "repodata_record.json",
            "run_exports.json",
            "run_exports.yaml");

    private static final List<String> METADATA_DIRECTORIES = List.of("licenses", "recipe", "test", "tests");
    private static final Pattern SITE_PACKAGES = Pattern.compile("lib/python[0-9.]+/(site-packages/.+)");
    /** Far above what licences, recipe and tests of one package hold. */
    private static final int MOST = 100_000;

    private final ImagePath manifest;
    private final FileTree tree;
    private final List<PackageFile> files = new ArrayList<>();

    private CacheClaims(ImagePath manifest, FileTree tree) {
        this.manifest = manifest;
        this.tree = tree;
    }

    /** The claims of a package whose record is {@code manifest}, with the targets of its links by path, where known. */
    static List<PackageFile> of(CondaRecord record, ImagePath manifest, Map<String, RawText> links, PackageScan scan) {
        CacheClaims claims = new CacheClaims(manifest, scan.tree());
        RecordName name = RecordName.of(manifest.fileName());
        String source = record.source();
        if (source != null && name != null && source.startsWith("/")) {
            ImagePath directory = ImagePath.of(source);
            // A record that names another directory than its own would claim what it likes.
            if (directory.fileName().equals(name.toString())) {
                claims.archive(directory, record);
                if (scan.tree().find(scan.tree().canonical(directory)).isPresent()) {
                    claims.contents(directory, record, links);
                    claims.metadata(directory.resolve("info"));
                }
            }
        }
        return claims.files;
    }

    private void archive(ImagePath directory, CondaRecord record) {
        String fileName = record.fileName();
        Digest sha256 = CondaClaims.sha256(record.sha256());
        Digest md5 = record.md5() == null ? null : Digest.parse("md5:" + record.md5());
        ImagePath cache = directory.parent();
        if (fileName != null && cache != null && RecordName.of(fileName) != null && fileName.indexOf('/') < 0) {
            add(cache.resolve(fileName), sha256 != null ? sha256 : md5);
        }
    }

    private void contents(ImagePath directory, CondaRecord record, Map<String, RawText> links) {
        for (CondaPath row : record.paths()) {
            String name = "python".equals(record.noarch()) ? inPackage(row.path()) : row.path();
            ImagePath path = directory.resolve(name);
            if (!path.startsWith(directory)) {
                continue;
            }
            RawText target = links.get(row.path());
            if (target != null && tree.find(tree.canonical(path)).isPresent()) {
                files.add(PackageFile.at(path, "conda.cache")
                        .type(EntryType.SYMLINK)
                        .target(target)
                        .note("as it was in the package")
                        .source(manifest)
                        .build());
            } else if (!row.isLink()) {
                add(path, CondaClaims.sha256(row.sha256()));
            }
        }
    }

    /** Where packages for every Python hold what an installer puts elsewhere. */
    private static String inPackage(String installed) {
        Matcher module = SITE_PACKAGES.matcher(installed);
        return module.matches()
                ? module.group(1)
                : installed.startsWith("bin/") ? "python-scripts/" + installed.substring("bin/".length()) : installed;
    }

    private void add(ImagePath path, @Nullable Digest digest) {
        FileEntry entry = tree.find(tree.canonical(path)).orElse(null);
        if (entry != null && entry.type().isRegular() && digest != null) {
            files.add(PackageFile.at(path, "conda.cache")
                    .type(EntryType.FILE)
                    .digest(digest)
                    .note("as it was in the package")
                    .source(manifest)
                    .build());
        }
    }

    private void metadata(ImagePath info) {
        for (FileEntry entry : tree.children(tree.canonical(info))) {
            if (METADATA.contains(entry.path().fileName()) && !entry.isDirectory()) {
                own(entry);
            } else if (METADATA_DIRECTORIES.contains(entry.path().fileName()) && entry.isDirectory()) {
                below(entry);
            }
        }
    }

    private void below(FileEntry directory) {
        List<FileEntry> left = new ArrayList<>(List.of(directory));
        while (!left.isEmpty() && files.size() < MOST) {
            for (FileEntry entry : tree.children(left.remove(left.size() - 1).path())) {
                if (entry.isDirectory()) {
                    left.add(entry);
                } else {
                    own(entry);
                }
            }
        }
    }

    private void own(FileEntry entry) {
        files.add(PackageFile.at(entry.path(), "conda.cache.metadata")
                .byDirectory()
                .note("by directory: no record lists the metadata of a package")
                .source(manifest)
                .build());
    }
}
