package dev.jonah.appdb.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.program.TestElf;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import java.nio.charset.StandardCharsets;
import java.util.List;

class RustPanicPathsContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new RustPanicPaths();
    }

    @Override
    protected FakeTree fixture() {
        String path = "/root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/memchr-2.7.1/src/lib.rs";
        return FakeTree.builder()
                .file("/opt/tool", program(path))
                .file("/opt/other", program("registry"))
                .file("/opt/notes.txt", path)
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).extracting(e -> e.path().toString()).containsExactly("/opt/tool");
        assertThat(found.get(0).verdict()).isEqualTo(Verdict.IDENTIFIED);
        assertThat(found.get(0).evidence().text())
                .isEqualTo("built by Rust, by paths in its messages from the crate memchr 2.7.1; medium confidence");
    }

    private static byte[] program(String text) {
        return TestElf.usual()
                .section(".rodata", text.getBytes(StandardCharsets.US_ASCII))
                .bytes();
    }
}
