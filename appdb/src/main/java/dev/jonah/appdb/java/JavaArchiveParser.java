package dev.jonah.appdb.java;

import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Consumer;

/**
 * Finds packages in Java archives and in the archives inside them, at any depth up to 16: what each archive is, and which
 * libraries are bundled among its classes. Nothing is unpacked to disk; an inner archive that is stored is read where it
 * lies.
 *
 * <p>Anybody can write anything into an archive, so its own word claims nothing. A package owns its archive's file only
 * where something else names that file: a repository of Maven or Gradle with its checksum, an index of the class path, or
 * the {@code Class-Path} of an archive that lies beside or above it.
 *
 * <p>Facts beyond those of every package: {@code java.path} ({@code /app.jar!/BOOT-INF/lib/x.jar}), {@code java.sha1},
 * {@code java.confidence} (certain, likely, guessed), {@code java.identity-from}, {@code java.group-candidate}, {@code
 * java.name-agrees}, {@code java.bundled-in}, {@code java.parent}, {@code java.scm}, {@code java.main-class}, {@code
 * java.start-class}, {@code java.agent-class}, {@code java.module}, {@code java.module-version}, {@code java.bundle}, {@code
 * java.bundle-license}, {@code java.multi-release}, {@code java.spring-boot}, {@code java.sbom}; and of a signed one {@code
 * java.signature} (valid, incomplete, broken, unchecked) with {@code java.signature.signer} and others that begin so.
 */
public final class JavaArchiveParser implements ManifestParser {
    /** Found as a service. */
    public JavaArchiveParser() {}

    @Override
    public String id() {
        return "jonah.appdb.java";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Java archives",
                "`.jar`, `.war` and the like, archives inside archives up to 16 deep, libraries bundled among classes;"
                        + " `pom.properties`, `pom.xml`, manifest, module, name",
                "the archive's file, only where something else names it: a repository of Maven, the cache of Gradle, the"
                        + " class path of an application",
                "SHA-1 where Maven or Gradle recorded it; else **nothing**. An archive's own word claims nothing: one that"
                        + " nobody names is `IDENTIFIED` if its name and its inside agree, or stays `UNEXPLAINED`."
                        + " Signatures inside are checked and told, and one that is wrong leaves the archive"
                        + " `UNEXPLAINED`; a right one verifies nothing, since anybody can sign");
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(ArchiveKinds.SUFFIXES.toArray(new String[0]));
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Content content = manifest.content();
        if (content == null || content.size() == 0 || !looksRight(manifest, content)) {
            return;
        }
        Places places = new Places(manifest, scan);
        ArchiveFacts whole = new ArchiveFacts(manifest.path().toString());
        whole.sha1 = content.digest(Digest.Algorithm.SHA1);
        Consumer<ArchiveFacts> packages = facts -> {
            boolean outermost = facts == whole;
            new ArchivePackages(manifest.path(), facts, scan.diagnostics(), out)
                    .give(
                            Identification.of(facts, outermost ? places.coordinates() : null),
                            outermost && scan.wantsFiles() ? places.promise() : null);
        };
        try (SeekableByteChannel channel = content.openChannel()) {
            new ArchiveReader(manifest.path(), new Budget(content.size(), scan.limits()), scan.diagnostics(), packages)
                    .read(ZipArchive.over(channel), whole, 0);
        }
    }

    /** Files of other formats with the same extension are passed over in silence. */
    private static boolean looksRight(FileEntry file, Content content) throws IOException {
        if (!ArchiveKinds.isShared(file.path().fileName())) {
            return true;
        }
        byte[] head = content.head(2);
        return head.length == 2 && head[0] == 'P' && head[1] == 'K';
    }
}
