package dev.jonah.appdb.golang;

import dev.jonah.appdb.program.TestElf;
import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class GoProgramParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new GoProgramParser();
    }

    @Override
    protected FakeTree fixture() {
        byte[] elf = TestElf.usual()
                .section(".go.buildinfo", TestBuildInfo.inline("go1.22.1", TestBuildInfo.LINES))
                .bytes();
        return FakeTree.builder().file("/usr/bin/tool", elf).build();
    }

    @Override
    protected String expected() {
        return """
                pkg:golang/example.com/Tool@v1.2.3
                  kind application
                  dependency golang.org/x/text@v0.3.7
                  dependency example.com/fork/toml@v1.0.1
                  dependency example.com/local@v0.0.0
                  found-at /usr/bin/tool
                  extra go.compiler gc
                  extra go.ldflags -s -w
                  extra go.path example.com/Tool/cmd/tool
                  extra go.sum h1:AAAA=
                  extra go.vcs.revision 0123456789abcdef
                  extra go.version go1.22.1
                  extra go.version-from build information
                  file /usr/bin/tool rule=go.build-info source=/usr/bin/tool note=the program's own build information names example.com/Tool/cmd/tool
                pkg:golang/golang.org/x/text@v0.3.7
                  kind application
                  found-at /usr/bin/tool
                  extra go.sum h1:BBBB=
                  extra go.version go1.22.1
                pkg:golang/example.com/fork/toml@v1.0.1
                  kind application
                  found-at /usr/bin/tool
                  extra go.replaces github.com/BurntSushi/toml@v1.0.0
                  extra go.sum h1:CCCC=
                  extra go.version go1.22.1
                pkg:golang/example.com/local@v0.0.0
                  kind application
                  found-at /usr/bin/tool
                  extra go.replaced-by ./local
                  extra go.version go1.22.1
                pkg:golang/stdlib@1.22.1
                  kind application
                  found-at /usr/bin/tool
                  extra go.version go1.22.1
                """;
    }
}
