package dev.jonah.declared.julia;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class JuliaManifestsContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new JuliaManifests();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/new/Manifest.toml", """
                        # This file is machine-generated - editing it directly is not advised

                        julia_version = "1.10.4"
                        manifest_format = "2.0"
                        project_hash = "aa"

                        [[deps.Example]]
                        deps = ["Dates", "Own"]
                        git-tree-sha1 = "46e44e869b4d90b96bd8ed1fdcf32244fddfb6cc"
                        uuid = "7876af07-990d-54b4-ab0e-23690620f79a"
                        version = "0.5.3"

                        [[deps.Dates]]
                        uuid = "ade2ca70-3891-5945-98fb-dc099432e06a"

                        [[deps.Own]]
                        path = "dev/Own"
                        uuid = "11111111-2222-5333-8444-555555555555"
                        version = "0.10.0"

                            [deps.Own.deps]
                            Example = "7876af07-990d-54b4-ab0e-23690620f79a"
                        """)
                .file("/new/Project.toml", "[deps]\nExample = \"7876af07-990d-54b4-ab0e-23690620f79a\"\n")
                .file("/old/Manifest.toml", """
                        [[Git]]
                        git-tree-sha1 = "bb"
                        repo-rev = "master"
                        repo-url = "https://git.example.org/Git.jl"
                        uuid = "7876af07-990d-54b4-ab0e-23690620f79b"
                        version = "1.0.0"
                        """)
                .file("/asked/Project.toml", """
                        name = "App"
                        uuid = "22222222-2222-5333-8444-555555555555"
                        version = "0.1.0"

                        [deps]
                        Example = "7876af07-990d-54b4-ab0e-23690620f79a"

                        [compat]
                        Example = "0.5"
                        """)
                .file("/other/Manifest.toml", "[[files]]\nname = \"a\"\n")
                .file("/root/.julia/packages/Example/aqsx3/Project.toml", "name = \"Example\"\nuuid = \"7\"\n")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:julia/App@0.1.0?uuid=22222222-2222-5333-8444-555555555555
                  kind declared
                  dependency Example
                  found-at /asked/Project.toml
                  extra declared.source project
                pkg:julia/Example?uuid=7876af07-990d-54b4-ab0e-23690620f79a
                  kind declared
                  found-at /asked/Project.toml
                  extra declared.constraint 0.5
                pkg:julia/Example@0.5.3?uuid=7876af07-990d-54b4-ab0e-23690620f79a
                  kind declared
                  dependency Dates
                  dependency Own
                  found-at /new/Manifest.toml
                  extra declared.integrity git-tree-sha1:46e44e869b4d90b96bd8ed1fdcf32244fddfb6cc
                pkg:julia/Dates?uuid=ade2ca70-3891-5945-98fb-dc099432e06a
                  kind declared
                  found-at /new/Manifest.toml
                  extra declared.source standard-library
                pkg:julia/Own@0.10.0?uuid=11111111-2222-5333-8444-555555555555
                  kind declared
                  dependency Example
                  found-at /new/Manifest.toml
                  extra declared.resolved dev/Own
                  extra declared.source path
                pkg:julia/Git@1.0.0?uuid=7876af07-990d-54b4-ab0e-23690620f79b
                  kind declared
                  found-at /old/Manifest.toml
                  extra declared.constraint master
                  extra declared.integrity git-tree-sha1:bb
                  extra declared.resolved https://git.example.org/Git.jl
                  extra declared.source git
                """;
    }
}
