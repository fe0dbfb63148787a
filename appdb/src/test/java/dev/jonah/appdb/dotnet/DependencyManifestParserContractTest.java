package dev.jonah.appdb.dotnet;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class DependencyManifestParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new DependencyManifestParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/App.deps.json", """
                    {
                      "runtimeTarget": {"name": ".NETCoreApp,Version=v8.0", "signature": ""},
                      "compilationOptions": {},
                      "targets": {
                        ".NETCoreApp,Version=v8.0": {
                          "App/1.2.0": {
                            "dependencies": {"Some.Package": "3.0.1", "Build.Only": "1.1.0"},
                            "runtime": {"App.dll": {}}
                          },
                          "Some.Package/3.0.1": {
                            "dependencies": {"Native.Part": "2.0.0"},
                            "runtime": {
                              "lib/net8.0/Some.Package.dll": {"assemblyVersion": "3.0.0.0", "fileVersion": "3.0.1.7"}
                            },
                            "resources": {"lib/net8.0/de/Some.Package.resources.dll": {"locale": "de"}}
                          },
                          "Native.Part/2.0.0": {
                            "runtimeTargets": {
                              "runtimes/linux-x64/native/libpart.so": {
                                "rid": "linux-x64", "assetType": "native", "fileVersion": "0.0.0.0"
                              }
                            }
                          },
                          "Build.Only/1.1.0": {},
                          "System.Runtime.Reference/8.0.0.0": {"compile": {"System.Runtime.dll": {}}, "compileOnly": true}
                        }
                      },
                      "libraries": {
                        "App/1.2.0": {"type": "project", "serviceable": false, "sha512": ""},
                        "Some.Package/3.0.1": {
                          "type": "package", "serviceable": true, "sha512": "sha512-AAAA==",
                          "path": "some.package/3.0.1", "hashPath": "some.package.3.0.1.nupkg.sha512"
                        },
                        "Native.Part/2.0.0": {"type": "package", "serviceable": true, "sha512": "sha512-BBBB=="},
                        "Build.Only/1.1.0": {"type": "package", "serviceable": true, "sha512": "sha512-CCCC=="},
                        "System.Runtime.Reference/8.0.0.0": {"type": "referenceassembly", "sha512": ""}
                      }
                    }
                    """)
                .file("/app/App.runtimeconfig.json", """
                    {
                      "runtimeOptions": {
                        "tfm": "net8.0",
                        "rollForward": "Major",
                        "frameworks": [{"name": "Microsoft.NETCore.App", "version": "8.0.0"}]
                      }
                    }
                    """)
                .file("/app/App.dll", "app")
                .file("/app/App", "no program")
                .file("/app/Some.Package.dll", "managed")
                .file("/app/runtimes/linux-x64/native/libpart.so", "native")
                .file("/app/runtimes/linux-x64/native/planted.so", "planted")
                .build();
    }

    @Override
    protected String expected() {
        String listed = " rule=dotnet.deps source=/app/App.deps.json"
                + " note=by name: the list of dependencies has no checksums of files\n";
        return """
                  pkg:generic/App@1.2.0
                    kind application
                    dependency Some.Package 3.0.1
                    dependency Build.Only 1.1.0
                    dependency Microsoft.NETCore.App 8.0.0
                    found-at /app/App.deps.json
                    extra dotnet.roll-forward Major
                    extra dotnet.target .NETCoreApp,Version=v8.0
                    extra dotnet.type project
                    file /app/App.deps.json rule=dotnet.application note=the list of dependencies itself
                    file /app/App.runtimeconfig.json rule=dotnet.application note=which runtime the application wants
                    file /app/App.dll\
                  """ + listed + """
                  pkg:nuget/Some.Package@3.0.1
                    kind application
                    dependency Native.Part 2.0.0
                    found-at /app/App.deps.json
                    extra dotnet.target .NETCoreApp,Version=v8.0
                    extra dotnet.type package
                    extra nuget.sha512 sha512-AAAA==
                    file /app/Some.Package.dll\
                  """ + listed + "  file /app/de/Some.Package.resources.dll" + listed + """
                  pkg:nuget/Native.Part@2.0.0
                    kind application
                    found-at /app/App.deps.json
                    extra dotnet.target .NETCoreApp,Version=v8.0
                    extra dotnet.type package
                    extra nuget.sha512 sha512-BBBB==
                    file /app/runtimes/linux-x64/native/libpart.so\
                  """ + listed + """
                  pkg:nuget/Build.Only@1.1.0
                    kind declared
                    found-at /app/App.deps.json
                    extra dotnet.target .NETCoreApp,Version=v8.0
                    extra dotnet.type package
                    extra nuget.sha512 sha512-CCCC==
                  """;
    }
}
