package dev.jonah.declared.dotnet;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class NugetLocksContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new NugetLocks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/packages.lock.json", """
                        {"version": 1, "dependencies": {
                          "net8.0": {
                            "Newtonsoft.Json": {"type": "Direct", "requested": "[13.0.1, )", "resolved": "13.0.1", "contentHash": "AAAA=="},
                            "Serilog": {"type": "Transitive", "resolved": "3.10", "contentHash": "BBBB==", "dependencies": {"Newtonsoft.Json": "13.0.1"}},
                            "my.library": {"type": "Project"}},
                          "net8.0/linux-x64": {
                            "Newtonsoft.Json": {"type": "Direct", "resolved": "13.0.1", "contentHash": "AAAA=="}}}}
                        """)
                .file("/old/packages.config", """
                        <?xml version="1.0" encoding="utf-8"?>
                        <packages>
                          <package id="EntityFramework" version="6.4.4" targetFramework="net472" />
                          <package id="StyleCop" version="1.10" developmentDependency="true" />
                        </packages>
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:nuget/Newtonsoft.Json@13.0.1
                  kind declared
                  found-at /app/packages.lock.json
                  extra declared.integrity sha512-AAAA==
                  extra declared.scope net8.0, net8.0/linux-x64
                pkg:nuget/Serilog@3.10
                  kind declared
                  dependency Newtonsoft.Json 13.0.1
                  found-at /app/packages.lock.json
                  extra declared.integrity sha512-BBBB==
                  extra declared.scope indirect, net8.0
                pkg:nuget/EntityFramework@6.4.4
                  kind declared
                  found-at /old/packages.config
                  extra declared.scope net472
                pkg:nuget/StyleCop@1.10
                  kind declared
                  found-at /old/packages.config
                  extra declared.scope dev
                """;
    }
}
