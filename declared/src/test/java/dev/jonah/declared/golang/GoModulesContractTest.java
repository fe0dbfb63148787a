package dev.jonah.declared.golang;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class GoModulesContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new GoModules();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/src/go.mod", """
                        module example.com/app // the module

                        go 1.21

                        toolchain go1.21.3

                        require (
                        \tgithub.com/BurntSushi/toml v1.3.2
                        \t"golang.org/x/text" v0.13.0 // indirect
                        \texample.com/replaced v1.0.0
                        \texample.com/local v1.0.0
                        )

                        require rsc.io/sampler v1.3.0

                        replace (
                        \texample.com/replaced v1.0.0 => example.com/fork v1.10.0
                        \texample.com/local => ../local
                        )

                        exclude rsc.io/sampler v1.2.0

                        retract [v1.0.0, v1.1.0] // wrong
                        """)
                .file("/src/go.sum", """
                        github.com/BurntSushi/toml v1.3.2 h1:o7Ih=
                        github.com/BurntSushi/toml v1.3.2/go.mod h1:CxXY=
                        example.com/fork v1.10.0 h1:fork=
                        """)
                .file("/root/go/pkg/mod/x/go.mod", """
                        module x
                        require phantom.org/y v1.0.0
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:golang/github.com/BurntSushi/toml@v1.3.2
                  kind declared
                  found-at /src/go.mod
                  extra declared.integrity h1:o7Ih=
                pkg:golang/golang.org/x/text@v0.13.0
                  kind declared
                  found-at /src/go.mod
                  extra declared.scope indirect
                pkg:golang/example.com/fork@v1.10.0
                  kind declared
                  found-at /src/go.mod
                  extra declared.integrity h1:fork=
                  extra declared.replaces example.com/replaced@v1.0.0
                pkg:golang/example.com/local
                  kind declared
                  found-at /src/go.mod
                  extra declared.replaces example.com/local@v1.0.0
                  extra declared.resolved ../local
                  extra declared.source path
                pkg:golang/rsc.io/sampler@v1.3.0
                  kind declared
                  found-at /src/go.mod
                """;
    }
}
