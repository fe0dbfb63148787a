package dev.jonah.appdb.dotnet;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class HostParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new HostParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/usr/share/dotnet/dotnet", "program")
                .file("/usr/share/dotnet/LICENSE.txt", "text")
                .file("/usr/share/dotnet/planted", "x")
                .file("/usr/share/dotnet/host/fxr/8.0.1/libhostfxr.so", "old")
                .file("/usr/share/dotnet/host/fxr/10.0.0-rc.1/libhostfxr.so", "new")
                .file("/usr/share/dotnet/sdk/8.0.101/dotnet.dll", "sdk")
                .file("/usr/share/dotnet/sdk/8.0.101/dotnet.deps.json", "{}")
                .file("/usr/share/dotnet/sdk/8.0.101/Sdks/x/a.targets", "text")
                .file("/usr/share/dotnet/sdk/8.0.99/dotnet.dll", "older sdk")
                .file("/usr/share/dotnet/sdk/8.0.99/dotnet.deps.json", "{}")
                .file("/usr/share/dotnet/templates/8.0.1/t.nupkg", "archive")
                .file("/usr/share/dotnet/packs/Microsoft.NETCore.App.Ref/8.0.1/ref/net8.0/System.dll", "code")
                .file("/opt/other/8.0/dotnet.dll", "something else")
                .build();
    }

    @Override
    protected String expected() {
        String sdk = "/usr/share/dotnet/sdk/8.0.101";
        String byDirectory = " rule=dotnet.layout note=by directory: an SDK has no list of its files\n";
        return """
                pkg:generic/dotnet-host@10.0.0-rc.1
                  kind application
                  found-at /usr/share/dotnet/host/fxr/10.0.0-rc.1/libhostfxr.so
                  file /usr/share/dotnet/host/fxr/10.0.0-rc.1/libhostfxr.so rule=dotnet.layout
                  file /usr/share/dotnet/dotnet rule=dotnet.layout note=where .NET lays it out
                  file /usr/share/dotnet/LICENSE.txt rule=dotnet.layout note=where .NET lays it out
                pkg:generic/dotnet-host@8.0.1
                  kind application
                  found-at /usr/share/dotnet/host/fxr/8.0.1/libhostfxr.so
                  file /usr/share/dotnet/host/fxr/8.0.1/libhostfxr.so rule=dotnet.layout
                pkg:generic/dotnet-sdk@8.0.101
                  kind application
                  found-at /usr/share/dotnet/sdk/8.0.101/dotnet.dll
                """
                + "  file " + sdk + "/dotnet.deps.json" + byDirectory
                + "  file " + sdk + "/dotnet.dll" + byDirectory
                + "  file " + sdk + "/Sdks/x/a.targets" + byDirectory
                + "  file /usr/share/dotnet/templates/8.0.1/t.nupkg" + byDirectory
                + "pkg:nuget/Microsoft.NETCore.App.Ref@8.0.1\n"
                + "  kind application\n"
                + "  found-at " + sdk + "/dotnet.dll\n"
                + "  file /usr/share/dotnet/packs/Microsoft.NETCore.App.Ref/8.0.1/ref/net8.0/System.dll" + byDirectory
                + "pkg:generic/dotnet-sdk@8.0.99\n"
                + "  kind application\n"
                + "  found-at /usr/share/dotnet/sdk/8.0.99/dotnet.dll\n"
                + "  file /usr/share/dotnet/sdk/8.0.99/dotnet.deps.json" + byDirectory
                + "  file /usr/share/dotnet/sdk/8.0.99/dotnet.dll" + byDirectory;
    }
}
