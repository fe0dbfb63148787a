package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.pipeline.VerificationFacts.Result;
import dev.jonah.pipeline.VerificationFacts.Status;
import dev.jonah.testkit.FakeTree;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What verification means, beside the tables of its page. */
class ComparisonTest {
    private static final FakeTree TREE = FakeTree.builder()
            .file("/file", "content")
            .mode("/file", 0644)
            .hardlink("/hardlink", "/file")
            .symlink("/link", "target")
            .character("/null", 1, 3)
            .fifo("/pipe")
            .fileWithoutBytes("/unread")
            .file("/capable", "x")
            .attribute("/capable", "security.capability", RawText.of("cap"))
            .build();

    static Stream<Arguments> contents() {
        return Stream.of(
                line("/file", p -> p.digest(sha1("content")), Status.EQUAL),
                line("/hardlink", p -> p.digest(sha1("content")), Status.EQUAL),
                line("/hardlink", p -> p.type(EntryType.FILE).digest(sha1("content")), Status.EQUAL),
                line("/file", p -> p.digest(sha1("other")), Status.DIFFERENT),
                line(
                        "/file",
                        p -> p.digest(new Digest(
                                Digest.Algorithm.SHA256, sha256("content").hex().substring(0, 40))),
                        Status.EQUAL),
                line(
                        "/file",
                        p -> p.digest(new Digest(
                                Digest.Algorithm.SHA256, sha256("other").hex().substring(0, 40))),
                        Status.DIFFERENT),
                line("/file", p -> p, Status.NOTHING_RECORDED),
                line("/file", p -> p.size(7L), Status.NOTHING_RECORDED),
                line("/file", p -> p.size(8L), Status.DIFFERENT),
                line("/file", p -> p.size(8L).digest(sha1("content")), Status.DIFFERENT),
                line("/file", p -> p.mode(0644), Status.NOTHING_RECORDED),
                line("/file", p -> p.type(EntryType.SYMLINK).target(RawText.of("x")), Status.DIFFERENT),
                line("/file", p -> p.target(RawText.of("content")), Status.DIFFERENT),
                line("/file", p -> p.targetDigest(sha1("content")), Status.DIFFERENT),
                line("/file", p -> p.digest(sha1("content")).targetDigest(sha1("content")), Status.EQUAL),
                line("/unread", p -> p.digest(sha1("content")), Status.UNREADABLE),
                line("/unread", p -> p, Status.NOTHING_RECORDED),
                line("/link", p -> p.target(RawText.of("target")), Status.EQUAL),
                line("/link", p -> p.target(RawText.of("elsewhere")), Status.DIFFERENT),
                line("/link", p -> p.targetDigest(sha1("target")), Status.EQUAL),
                line("/link", p -> p.targetDigest(sha1("elsewhere")), Status.DIFFERENT),
                line("/link", p -> p.digest(sha1("target")).targetDigest(sha1("target")), Status.EQUAL),
                line("/link", p -> p.type(EntryType.FILE).digest(sha1("target")), Status.DIFFERENT),
                line("/link", p -> p.digest(sha1("target")), Status.DIFFERENT),
                line("/link", p -> p, Status.NOTHING_RECORDED),
                line("/null", p -> p.type(EntryType.CHAR).device(new Device(1, 3)), Status.EQUAL),
                line("/null", p -> p.device(new Device(1, 5)), Status.DIFFERENT),
                line("/null", p -> p.type(EntryType.FILE).digest(sha1("")), Status.DIFFERENT),
                line("/null", p -> p.digest(sha1("")), Status.DIFFERENT),
                line("/pipe", p -> p.type(EntryType.FIFO), Status.NOTHING_RECORDED),
                line("/pipe", p -> p.type(EntryType.FILE), Status.DIFFERENT));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void contentDecides(String path, PackageFile promise, Status expected) throws IOException {
        assertThat(compare(path, promise).status()).isEqualTo(expected);
    }

    static Stream<Arguments> metadata() {
        return Stream.of(
                line("/file", p -> p.mode(0644), ""),
                line("/file", p -> p.mode(0755), "mode-changed"),
                line("/file", p -> p.uid(0L).gid(0L), ""),
                line("/file", p -> p.uid(5L), "owner-changed"),
                line("/file", p -> p.gid(5L), "group-changed"),
                line("/link", p -> p.mode(0644), ""),
                line("/capable", p -> p.attributes(Map.of()), "capabilities-added"),
                line("/capable", p -> p.attributes(Map.of("security.capability", sha1("cap"))), ""),
                line("/capable", p -> p, ""),
                line("/file", p -> p.attributes(Map.of("security.capability", sha1("cap"))), "capabilities-lost"));
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void metadataIsASignalAndNeverTheStatus(String path, PackageFile promise, String signal) throws IOException {
        Result result = compare(path, promise);
        assertThat(String.join(",", result.signals())).isEqualTo(signal);
        assertThat(result.status()).isEqualTo(Status.NOTHING_RECORDED);
    }

    private static Arguments line(String path, UnaryOperator<PackageFile.Builder> promise, Object expected) {
        return Arguments.of(
                path, promise.apply(PackageFile.at(ImagePath.of(path), "test")).build(), expected);
    }

    private static Result compare(String path, PackageFile promise) throws IOException {
        FileEntry entry = TREE.find(ImagePath.of(path)).orElseThrow();
        return Comparison.of(entry, promise, Accounts.of(TREE, Limits.defaults()), new byte[64]);
    }

    private static Digest sha1(String text) {
        return Digest.compute(Digest.Algorithm.SHA1, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Digest sha256(String text) {
        return Digest.compute(Digest.Algorithm.SHA256, text.getBytes(StandardCharsets.UTF_8));
    }
}
