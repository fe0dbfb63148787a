package dev.jonah.appdb.dotnet;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class BundleParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new BundleParser();
    }

    @Override
    protected FakeTree fixture() {
        String list = new Manifests()
                .library("Tool/1.0.0", "project", Manifests.runtime("Tool.dll"))
                .library("P/2.0.0", "package", Manifests.runtime("lib/net8.0/P.dll"))
                .library("N/3.0.0", "package", "\"native\": {\"runtimes/linux-x64/native/libn.so\": {}}")
                .library("Gone/4.0.0", "package", Manifests.runtime("lib/net8.0/Gone.dll"))
                .json();
        byte[] bundle = new TestBundle(6)
                .file("Tool.dll", 1, "app")
                .file("P.dll", 1, "managed")
                .packed("Tool.deps.json", 3, list)
                .file("Tool.runtimeconfig.json", 4, "{\"runtimeOptions\": {\"tfm\": \"net8.0\"}}")
                .bytes();
        return FakeTree.builder()
                .file("/usr/bin/tool", bundle)
                .file("/usr/bin/libn.so", "native")
                .build();
    }

    @Override
    protected String expected() {
        return """
            pkg:generic/Tool@1.0.0
              kind application
              found-at /usr/bin/tool
              extra dotnet.bundle 6.0, 4 files
              extra dotnet.target t
              extra dotnet.type project
              file /usr/bin/tool rule=dotnet.bundle source=/usr/bin/tool note=the host program of .NET with an application in it
            pkg:nuget/P@2.0.0
              kind application
              found-at /usr/bin/tool
              extra dotnet.target t
              extra dotnet.type package
            pkg:nuget/N@3.0.0
              kind application
              found-at /usr/bin/tool
              extra dotnet.target t
              extra dotnet.type package
              file /usr/bin/libn.so rule=dotnet.deps source=/usr/bin/tool note=by name: the list of dependencies has no checksums of files
            pkg:nuget/Gone@4.0.0
              kind declared
              found-at /usr/bin/tool
              extra dotnet.target t
              extra dotnet.type package
            """;
    }
}
