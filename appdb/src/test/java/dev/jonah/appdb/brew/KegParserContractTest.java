package dev.jonah.appdb.brew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.SoftwarePackage.Resolved;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class KegParserContractTest extends ManifestParserContract {
    private static final String PREFIX = "/home/linuxbrew/.linuxbrew";
    private static final String KEG = PREFIX + "/Cellar/postgresql@12/12.4_1";
    private static final String OTHER = PREFIX + "/Cellar/tool/1.0";

    @Override
    protected ManifestParser plugin() {
        return new KegParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(KEG + "/INSTALL_RECEIPT.json", """
                    {
                      "homebrew_version": "4.3.1",
                      "used_options": [],
                      "poured_from_bottle": true,
                      "installed_on_request": false,
                      "runtime_dependencies": [
                        {"full_name": "who/tap/tool", "version": "1.0", "revision": 0, "pkg_version": "1.0"},
                        {"full_name": "krb5", "version": "1.21.2"}
                      ],
                      "source": {"path": "x", "tap": "homebrew/core", "spec": "stable"}
                    }
                    """)
                .file(KEG + "/.brew/postgresql@12.rb", """
                    class PostgresqlAT12 < Formula
                      desc "Object-relational \\"database\\""
                      homepage "https://www.postgresql.org/"
                      license "PostgreSQL"
                      license any_of: ["MIT", "X11"]
                    end
                    """)
                .file(KEG + "/bin/psql", "program")
                .symlink(PREFIX + "/bin/psql", "../Cellar/postgresql@12/12.4_1/bin/psql")
                .symlink(PREFIX + "/opt/postgresql@12", "../Cellar/postgresql@12/12.4_1")
                .symlink(PREFIX + "/bin/planted", "/tmp/x")
                .file(OTHER + "/INSTALL_RECEIPT.json", "{\"source\": {\"tap\": \"who/tap\"}}")
                .file("/src/INSTALL_RECEIPT.json", "{}")
                .build();
    }

    @Override
    protected String expected() {
        String byDirectory = " rule=brew.keg note=by directory: a keg has no list of its files";
        String link = " rule=brew.link source=" + KEG + "/INSTALL_RECEIPT.json note=a link into the keg";
        return String.join(
                "\n",
                "pkg:brew/postgresql%4012@12.4_1",
                "  kind application",
                "  license PostgreSQL",
                "  description Object-relational \"database\"",
                "  homepage https://www.postgresql.org/",
                "  dependency who/tap/tool 1.0",
                "  dependency krb5 1.21.2",
                "  found-at " + KEG + "/INSTALL_RECEIPT.json",
                "  extra brew.bottle true",
                "  extra brew.version 4.3.1",
                "  file " + KEG + "/INSTALL_RECEIPT.json" + byDirectory,
                "  file " + KEG + "/bin/psql" + byDirectory,
                "  file " + KEG + "/.brew/postgresql@12.rb" + byDirectory,
                "  file " + PREFIX + "/opt/postgresql@12" + link,
                "  file " + PREFIX + "/bin/psql" + link,
                "pkg:brew/who/tap/tool@1.0",
                "  kind application",
                "  found-at " + OTHER + "/INSTALL_RECEIPT.json",
                "  file " + OTHER + "/INSTALL_RECEIPT.json" + byDirectory,
                "");
    }

    @Test
    void aDependencyMeansTheKegOfThatVersion() throws IOException {
        assertThat(Scans.packages(fixture()).parse(plugin()).get(0).resolved())
                .containsExactly(new Resolved(ImagePath.of(OTHER + "/INSTALL_RECEIPT.json"), null));
    }
}
