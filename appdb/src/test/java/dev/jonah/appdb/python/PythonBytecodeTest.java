package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PythonBytecodeTest {
    private static final String SOURCE = "/usr/lib/python/greet.py";
    private static final String COMPILED = "__pycache__/greet.cpython-311.pyc";

    static final SoftwarePackage OWNER = SoftwarePackage.of(
                    Purl.of("pypi", "greet").build(), Kind.APPLICATION, ImagePath.of("/greet"))
            .file(PackageFile.at(ImagePath.of(SOURCE), "python.record").build())
            .build();

    static FakeTreeBuilder tree(String kind, String name) {
        return FakeTree.builder()
                .file(SOURCE, Compiled.source())
                .modified(SOURCE, Compiled.SOURCE_TIME)
                .file("/usr/lib/python/" + name, Compiled.file(kind));
    }

    private static List<Explanation> explain(FakeTreeBuilder tree) throws IOException {
        return scan(tree).explain(new PythonBytecode());
    }

    private static ExplainerScan scan(FakeTreeBuilder tree) {
        return Scans.explainer(tree.build()).withPackage(OWNER);
    }

    @ParameterizedTest
    @CsvSource({
        "cpython-27,  greet.pyc,                                 compiled by Python 2.7,  its header has the source's time",
        "cpython-36,  __pycache__/greet.cpython-36.opt-1.pyc,    compiled by Python 3.6,  its header has the source's time and size",
        "cpython-37,  __pycache__/greet.cpython-37.pyc,          compiled by Python 3.7,  its header has the source's time and size",
        "cpython-38,  greet.pyc,                                 compiled by Python 3.8,  its header has the source's time and size",
        "cpython-310, __pycache__/greet.cpython-310.opt-2.pyc,   compiled by Python 3.10, its header has the source's time and size",
        "cpython-313, __pycache__/greet.cpython-313.pyc,         compiled by Python 3.13, its header has the source's time and size",
        "hash-38,     __pycache__/greet.cpython-38.pyc,          compiled by Python 3.8,  its header has the source's hash",
        "hash-312,    __pycache__/greet.cpython-312.pyc,         compiled by Python 3.12, its header has the source's hash"
    })
    void whatIsMadeFromAnOwnedSourceIsDerived(String kind, String name, String python, String agreement)
            throws IOException {
        assertThat(explain(tree(kind, name)))
                .containsExactly(new Explanation(
                        ImagePath.of("/usr/lib/python/" + name),
                        Verdict.DERIVED,
                        Evidence.of(
                                "python.bytecode",
                                python + " from " + SOURCE + ": " + agreement
                                        + ", and no name in the code is foreign to the source",
                                ImagePath.of(SOURCE))));
    }

    @Test
    void aSourceBehindALinkCountsIfBothAreAccountedFor() throws IOException {
        FakeTreeBuilder tree = tree("cpython-311", COMPILED)
                .symlink(SOURCE, "/usr/share/greet.py")
                .file("/usr/share/greet.py", Compiled.source())
                .modified("/usr/share/greet.py", Compiled.SOURCE_TIME);
        SoftwarePackage other = SoftwarePackage.of(Purl.of("pypi", "x").build(), Kind.APPLICATION, ImagePath.of("/x"))
                .file(PackageFile.at(ImagePath.of("/usr/share/greet.py"), "x.y").build())
                .build();

        assertThat(explain(tree)).isEmpty();
        assertThat(scan(tree).withPackage(other).explain(new PythonBytecode())).hasSize(1);
    }

    @Test
    void withoutAnOwnerOfTheSourceNothingIsExplained() throws IOException {
        assertThat(Scans.explainer(tree("cpython-311", COMPILED).build()).explain(new PythonBytecode()))
                .isEmpty();
    }

    @Test
    void withoutASourceNothingIsExplained() throws IOException {
        assertThat(explain(tree("cpython-311", COMPILED).without(SOURCE))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"VERIFIED", "OWNED", "CONFIG_EDITED"})
    void aSourceAsItsPackageWantsItCounts(Verdict verdict) throws IOException {
        assertThat(scan(tree("cpython-311", COMPILED))
                        .withVerdict(SOURCE, verdict)
                        .explain(new PythonBytecode()))
                .hasSize(1);
    }

    @Test
    void aModifiedSourceExplainsNothing() throws IOException {
        assertThat(scan(tree("cpython-311", COMPILED))
                        .withVerdict(SOURCE, Verdict.MODIFIED)
                        .explain(new PythonBytecode()))
                .isEmpty();
    }

    @Test
    void anotherTimeOfTheSourceExplainsNothing() throws IOException {
        assertThat(explain(tree("cpython-311", COMPILED).modified(SOURCE, Compiled.SOURCE_TIME + 1)))
                .isEmpty();
    }

    @Test
    void anotherSizeOfTheSourceExplainsNothing() throws IOException {
        byte[] longer = Arrays.copyOf(Compiled.source(), Compiled.source().length + 1);

        assertThat(explain(tree("cpython-311", COMPILED).file(SOURCE, longer).modified(SOURCE, Compiled.SOURCE_TIME)))
                .isEmpty();
    }

    @Test
    void anotherHashOfTheSourceExplainsNothing() throws IOException {
        byte[] changed = Compiled.source();
        changed[changed.length - 1] = ' ';

        assertThat(explain(tree("hash-312", "__pycache__/greet.cpython-312.pyc").file(SOURCE, changed)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "__pycache__/greet.cpython-310.pyc",
        "__pycache__/greet.pypy39.pyc",
        "__pycache__/greet.cpython-311-pytest-7.4.pyc",
        "__pycache__/greet.cpython-311.opt-3.pyc",
        "__pycache__/greet.pyc",
        "__pycache__/other.cpython-311.pyc",
        "other.pyc"
    })
    void anotherNameExplainsNothing(String name) throws IOException {
        assertThat(explain(tree("cpython-311", name))).isEmpty();
    }

    @Test
    void codeWithANameThatTheSourceLacksExplainsNothing() throws IOException {
        assertThat(explain(planted("self", "evil"))).isEmpty();
    }

    @Test
    void codeOfAnotherSourceFileExplainsNothing() throws IOException {
        assertThat(explain(planted("/usr/lib/python/greet.py", "/usr/lib/python/other.py")))
                .isEmpty();
    }

    @Test
    void codeThatSomethingFollowsExplainsNothing() throws IOException {
        byte[] file = Compiled.file("cpython-311");
        byte[] longer = Arrays.copyOf(file, file.length + 4);

        assertThat(explain(tree("cpython-311", COMPILED).file("/usr/lib/python/" + COMPILED, longer)))
                .isEmpty();
    }

    @Test
    void aHeaderWithoutCodeExplainsNothing() throws IOException {
        byte[] header = Arrays.copyOf(Compiled.file("cpython-311"), 16);

        assertThat(explain(tree("cpython-311", COMPILED).file("/usr/lib/python/" + COMPILED, header)))
                .isEmpty();
    }

    /** The compiled file with some text in the place of another of the same length. */
    private static FakeTreeBuilder planted(String text, String other) {
        String file = new String(Compiled.file("cpython-311"), StandardCharsets.ISO_8859_1);
        assertThat(file).contains(text);
        byte[] changed = file.replace(text, other).getBytes(StandardCharsets.ISO_8859_1);
        return tree("cpython-311", COMPILED).file("/usr/lib/python/" + COMPILED, changed);
    }
}
