package dev.jonah.appdb.php;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import java.util.List;

class PearStateContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new PearState();
    }

    @Override
    protected FakeTree fixture() {
        return RealFiles.pear()
                .file("/usr/share/php/.channels/evil.reg", "a:1:{s:4:\"name\";s:5:\"other\";}")
                .file("/usr/share/php/.channels/.alias/evil.txt", "no.such.channel")
                .file("/opt/3/.lock", "")
                .file("/opt/x.txt", "pear.php.net")
                .file("/opt/3/.filemap", "a:0:{}")
                .file("/opt/2/.registry/x.reg", "")
                .file("/opt/2/.lock", "#!/bin/sh")
                .file("/opt/2/.filemap", "a:1:{s:3:\"php\";s:1:\"x\";}")
                .file("/opt/2/.depdb", "a:0:{}")
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path().toString().substring("/usr/share/php/".length()))
                .containsExactly(
                        ".channels/.alias/pear.txt",
                        ".channels/.alias/pecl.txt",
                        ".channels/.alias/phpdocs.txt",
                        ".channels/__uri.reg",
                        ".channels/doc.php.net.reg",
                        ".channels/pear.php.net.reg",
                        ".channels/pecl.php.net.reg",
                        ".depdb",
                        ".depdblock",
                        ".filemap",
                        ".lock");
        assertThat(found).allMatch(e -> e.verdict() == Verdict.TRANSIENT);
    }
}
