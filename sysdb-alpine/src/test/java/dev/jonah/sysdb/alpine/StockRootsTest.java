package dev.jonah.sysdb.alpine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Root file systems as Alpine releases them. Skipped where {@code ../shared/corpus} is not beside the project. */
class StockRootsTest {
    private static final Path IMAGES = Path.of("..", "..", "shared", "corpus", "images");

    @ParameterizedTest
    @ValueSource(strings = {"alpine-3.20.tar", "alpine-3.16-oci.tar"})
    void everyFileOfAStockRootIsVerifiedOrExplained(String image) throws IOException {
        Path archive = IMAGES.resolve(image);
        assumeTrue(Files.exists(archive), "skipped: there is no " + archive);
        FakeTree tree = layer(archive);
        PackagesScan packages = Scans.packages(tree);
        ExplainerScan scan = Scans.explainer(tree);
        Map<ImagePath, Verdict> verdicts = new TreeMap<>();
        for (SoftwarePackage found : packages.read(new AlpinePackages())) {
            scan = scan.withPackage(found);
            for (PackageFile file : found.files()) {
                FileEntry entry = tree.find(tree.canonical(file.path())).orElse(null);
                if (entry == null) {
                    assertThat(file.ifMissing())
                            .as("%s is missing", file.path())
                            .isEqualTo(MissingClass.GHOST);
                    continue;
                }
                boolean link = entry.type() == EntryType.SYMLINK;
                if (!link) {
                    assertThat(entry.mode()).as("mode of %s", file.path()).isEqualTo(modeOf(file, entry));
                }
                if (!entry.isDirectory()) {
                    verdicts.put(entry.path(), verdict(file, entry));
                    scan = scan.withVerdict(entry.path().toString(), verdict(file, entry));
                }
            }
        }
        assertThat(packages.diagnostics().all()).isEmpty();
        assertThat(verdicts.entrySet())
                .filteredOn(e -> e.getValue() != Verdict.VERIFIED)
                .containsExactly(Map.entry(ImagePath.of("/etc/shadow"), Verdict.CONFIG_EDITED));

        TreeSet<ImagePath> left = new TreeSet<>();
        tree.files().map(FileEntry::path).filter(p -> !verdicts.containsKey(p)).forEach(left::add);
        Map<String, Integer> byRule = new TreeMap<>();
        for (Explainer explainer : ServiceLoader.load(Explainer.class)) {
            for (Explanation explanation : scan.explain(explainer)) {
                byRule.merge(explanation.evidence().rule(), 1, Integer::sum);
                left.remove(explanation.path());
            }
        }
        assertThat(left).as("unexplained, beside %s", byRule).isEmpty();
        assertThat(byRule).containsEntry("apk.image-builder", 4).containsEntry("apk.state", 7);
    }

    private static int modeOf(PackageFile file, FileEntry entry) {
        Integer mode = file.mode();
        return mode == null ? entry.mode() : mode;
    }

    private static Verdict verdict(PackageFile file, FileEntry entry) throws IOException {
        RawText target = entry.target();
        Content content = entry.content();
        Digest expected = content == null ? file.targetDigest() : file.digest();
        assertThat(expected).as("checksum of %s", file.path()).isNotNull();
        Digest found = content != null
                ? content.digest(expected.algorithm())
                : Digest.compute(expected.algorithm(), target == null ? new byte[0] : target.bytes());
        return expected.matches(found)
                ? Verdict.VERIFIED
                : Verdict.valueOf(file.ifDifferent().name());
    }

    /** The tree of the one entry of the archive that is a layer. */
    private static FakeTree layer(Path archive) throws IOException {
        try (TarArchiveInputStream outer = new TarArchiveInputStream(Files.newInputStream(archive))) {
            TarArchiveEntry entry;
            while ((entry = outer.getNextEntry()) != null) {
                if (entry.getSize() > 1 << 20) {
                    byte[] bytes = outer.readAllBytes();
                    boolean gzip = bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
                    InputStream in = new ByteArrayInputStream(bytes);
                    return tree(new TarArchiveInputStream(gzip ? new GZIPInputStream(in) : in));
                }
            }
        }
        throw new IOException("no layer in " + archive);
    }

    private static FakeTree tree(TarArchiveInputStream tar) throws IOException {
        FakeTreeBuilder builder = FakeTree.builder();
        TarArchiveEntry entry;
        while ((entry = tar.getNextEntry()) != null) {
            String path = ImagePath.of(entry.getName()).toString();
            if (path.equals("/")) {
                continue;
            }
            if (entry.isDirectory()) {
                builder.directory(path);
            } else if (entry.isSymbolicLink()) {
                builder.symlink(path, entry.getLinkName());
                continue;
            } else {
                builder.file(path, tar.readAllBytes());
            }
            builder.mode(path, entry.getMode() & 07777).owner(path, entry.getLongUserId(), entry.getLongGroupId());
        }
        return builder.build();
    }
}
