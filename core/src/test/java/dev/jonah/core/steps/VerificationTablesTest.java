package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jonah.Documentation;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Aspect;
import dev.jonah.packages.PackageFile.Builder;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.ClaimFacts.Claim;
import dev.jonah.pipeline.PackageFacts.Found;
import dev.jonah.pipeline.VerificationFacts.Result;
import dev.jonah.pipeline.VerificationFacts.Status;
import dev.jonah.testkit.FakeTree;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries every cell of the tables of docs/verification.md, each content with each kind of promise and each mask. */
class VerificationTablesTest {
    private static final String PAGE = "docs/verification.md";
    private static final String CAPABILITY = "security.capability";
    private static final RawText NET_RAW_2 = bytes("0100000200200000000000000000000000000000");
    private static final RawText NET_RAW_3 = bytes("010000030020000000000000000000000000000000000000");
    private static final RawText NET_ADMIN = bytes("0100000200100000000000000000000000000000");

    private static final FakeTree TREE = FakeTree.builder()
            .file("/file", "content")
            .mode("/file", 04755)
            .attribute("/file", "user.test", RawText.of("value"))
            .file("/capable", "content")
            .attribute("/capable", CAPABILITY, NET_RAW_2)
            .hardlink("/hard link", "/file")
            .fileWithoutBytes("/file without bytes")
            .symlink("/link", "target")
            .character("/device", 1, 3)
            .fifo("/pipe")
            .file("/etc/passwd", "root:x:7:7::/:\nshort\ndaemon:x:1:1::/:\ndaemon:x:2:2::/:\nbad:x:-1:1::/:\n")
            .file("/etc/group", "root:x:0:\ntty:x:5:\n")
            .build();

    private static final Map<String, UnaryOperator<Builder>> RECORDED = Map.ofEntries(
            Map.entry("the name", p -> p),
            Map.entry("type file", p -> p.type(EntryType.FILE)),
            Map.entry("type hard link", p -> p.type(EntryType.HARDLINK)),
            Map.entry("type symlink", p -> p.type(EntryType.SYMLINK)),
            Map.entry("type device", p -> p.type(EntryType.CHAR)),
            Map.entry("type pipe", p -> p.type(EntryType.FIFO)),
            Map.entry("type directory", p -> p.type(EntryType.DIRECTORY)),
            Map.entry("another size", p -> p.size(1_000L)),
            Map.entry("its checksum", p -> p.digest(sha1("content"))),
            Map.entry("another checksum", p -> p.digest(sha1("other"))),
            Map.entry(
                    "its checksum and another size",
                    p -> p.digest(sha1("content")).size(1_000L)),
            Map.entry("type file and its checksum", p -> p.type(EntryType.FILE).digest(sha1("content"))),
            Map.entry(
                    "type file and another checksum",
                    p -> p.type(EntryType.FILE).digest(sha1("other"))),
            Map.entry("its target", p -> p.target(RawText.of("target"))),
            Map.entry("another target", p -> p.target(RawText.of("elsewhere"))),
            Map.entry("the checksum of its target", p -> p.targetDigest(sha1("target"))),
            Map.entry("the checksum of another target", p -> p.targetDigest(sha1("elsewhere"))),
            Map.entry("its number", p -> p.device(new Device(1, 3))),
            Map.entry("another number", p -> p.device(new Device(1, 5))));

    static List<Arguments> contents() {
        List<Arguments> cells = new ArrayList<>();
        for (Documentation.Row row : rows("Recorded")) {
            for (int column = 1; column < row.cells().size(); column++) {
                cells.add(arguments(
                        row.cells().get(0), row.head().get(column), row.cells().get(column)));
            }
        }
        assertThat(cells).hasSize(21 * 6);
        return cells;
    }

    @ParameterizedTest
    @MethodSource("contents")
    void contentIsComparedAsTheTableSays(String recorded, String there, String expected) throws IOException {
        FileEntry entry = entry("/" + there);
        assertThat(compare(entry, recorded(recorded, entry)).status()).isEqualTo(status(expected));
    }

    private static Builder recorded(String recorded, FileEntry entry) {
        Builder promise = PackageFile.at(entry.path(), "test");
        if (recorded.equals("its size")) {
            return promise.size(entry.size());
        }
        if (recorded.equals("a checksum of content or target")) {
            return promise.digest(sha1(entry.type() == EntryType.SYMLINK ? "target" : "content"))
                    .targetDigest(sha1("target"));
        }
        return RECORDED.get(recorded).apply(promise);
    }

    static List<Arguments> verdicts() {
        List<Arguments> all = new ArrayList<>();
        for (Documentation.Row row : rows("Content")) {
            for (Difference difference : Difference.values()) {
                for (Aspect masked : Aspect.values()) {
                    String verdict = row.cells().get(1 + difference.ordinal()).replace("`", "");
                    all.add(arguments(row.cells().get(0), difference, masked, Verdict.valueOf(verdict)));
                }
            }
        }
        assertThat(all).hasSize(4 * 3 * 5);
        return all;
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void verdictIsAsTheTableSaysWhateverTheMetadata(
            String content, Difference difference, Aspect masked, Verdict expected) throws IOException {
        FileEntry entry = entry(content.equals("unreadable") ? "/file without bytes" : "/file");
        String recorded = switch (content) {
            case "equal", "unreadable" -> "its checksum";
            case "different" -> "another checksum";
            default -> "the name";
        };
        for (Set<Aspect> masks : List.of(EnumSet.noneOf(Aspect.class), EnumSet.of(masked))) {
            Builder promise = recorded(recorded, entry)
                    .mode(0600)
                    .uid(9L)
                    .gid(9L)
                    .modified(9L)
                    .attributes(Map.of(CAPABILITY, sha1("x")))
                    .ifDifferent(difference)
                    .masked(masks);
            Result result = compare(entry, promise);
            SoftwarePackage owner = SoftwarePackage.of(
                            Purl.of("generic", "owner").build(), SoftwarePackage.Kind.SYSTEM, entry.path())
                    .build();
            Claim claim = new Claim(0, entry.path(), promise.build());
            assertThat(result.metadata()).hasSize(5);
            assertThat(new Books.Entry(claim, result, new Found("test", owner, 0)).verdict())
                    .isEqualTo(expected);
        }
    }

    static Stream<Documentation.Row> metadata() {
        assertThat(rows("Different")).hasSize(16);
        return rows("Different").stream();
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void metadataIsEvidenceAndSignalAsTheTableSays(Documentation.Row row) throws IOException {
        FileEntry entry = entry(row.cells().get(0).contains("capabilities") ? "/capable" : "/file");
        if (row.cells().get(0).equals("capabilities that are not there")) {
            entry = entry("/file");
        }
        UnaryOperator<Builder> different = different(row.cells().get(0));
        String evidence = row.cells().get(1).replace("`", "");
        List<String> texts = evidence.equals("none") ? List.of() : List.of(evidence);
        Result insisting = compare(entry, different.apply(PackageFile.at(entry.path(), "test")));
        assertThat(insisting.metadata()).isEqualTo(texts);
        assertThat(String.join(", ", insisting.signals())).isEqualTo(row.cells().get(2));
        Result masked = compare(
                entry, different.apply(PackageFile.at(entry.path(), "test")).masked(EnumSet.allOf(Aspect.class)));
        assertThat(masked.metadata())
                .isEqualTo(texts.stream()
                        .map(text -> text + ", which the package does not insist on")
                        .toList());
        assertThat(String.join(", ", masked.signals())).isEqualTo(row.cells().get(3));
    }

    private static UnaryOperator<Builder> different(String what) {
        return switch (what) {
            case "nothing" ->
                p -> p.mode(04755)
                        .uid(0L)
                        .gid(0L)
                        .owner("root")
                        .group("root")
                        .attributes(Map.of("user.test", sha1("value")));
            case "mode" -> p -> p.mode(0755);
            case "mode without new set-id bits" -> p -> p.mode(06755);
            case "number of the owner" -> p -> p.uid(5L);
            case "number of the group" -> p -> p.gid(5L);
            case "name of the owner" -> p -> p.owner("daemon");
            case "name of the group" -> p -> p.group("tty");
            case "name that the image does not know" -> p -> p.owner("nobody-knows");
            case "number counts, not the name" -> p -> p.uid(0L).owner("daemon");
            case "time" -> p -> p.modified(60L);
            case "capabilities that the package has not" -> p -> p.attributes(Map.of());
            case "capabilities that differ" -> p -> p.attributes(Map.of(CAPABILITY, digest(NET_ADMIN)));
            case "capabilities in another revision" -> p -> p.attributes(Map.of(CAPABILITY, digest(NET_RAW_2)));
            case "capabilities that are not there" -> p -> p.attributes(Map.of(CAPABILITY, digest(NET_RAW_2)));
            case "attribute that differs" -> p -> p.attributes(Map.of("user.test", sha1("other")));
            case "attribute that is not there" -> p -> p.attributes(Map.of("user.other", sha1("x")));
            default -> throw new IllegalArgumentException("the test does not know '" + what + "'");
        };
    }

    private static List<Documentation.Row> rows(String head) {
        return Documentation.rows(PAGE).stream()
                .filter(row -> row.head().get(0).equals(head))
                .toList();
    }

    private static Status status(String word) {
        return switch (word) {
            case "equal" -> Status.EQUAL;
            case "different" -> Status.DIFFERENT;
            case "nothing" -> Status.NOTHING_RECORDED;
            case "unreadable" -> Status.UNREADABLE;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static FileEntry entry(String path) {
        return TREE.find(ImagePath.of(path)).orElseThrow();
    }

    private static Result compare(FileEntry entry, Builder promise) throws IOException {
        return Comparison.of(entry, promise.build(), Accounts.of(TREE, Limits.defaults()), new byte[64]);
    }

    private static Digest sha1(String text) {
        return Digest.compute(Digest.Algorithm.SHA1, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Digest digest(RawText value) {
        return Digest.compute(Digest.Algorithm.SHA256, value.bytes());
    }

    private static RawText bytes(String hex) {
        return RawText.of(HexFormat.of().parseHex(hex));
    }
}
