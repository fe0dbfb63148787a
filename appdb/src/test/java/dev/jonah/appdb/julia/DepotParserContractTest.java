package dev.jonah.appdb.julia;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class DepotParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new DepotParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/root/.julia/packages/Example/aqsx3/Project.toml", """
                        name = "Example"
                        uuid = "7876af07-990d-54b4-ab0e-23690620f79a" # fixed
                        authors = ["Somebody"]
                        version = "0.10.3"

                        [deps]
                        Dates = "ade2ca70-3891-5945-98fb-dc099432e06a"
                        JSON = "682c06a0-de6a-54ab-a142-c8b1cf79cde6"

                        [compat]
                        JSON = "0.20, 0.21"

                        [extras]
                        Test = "8dfed614-e22c-5e08-85e1-65c5234f0b40"
                        """)
                .file("/root/.julia/packages/Example/aqsx3/src/Example.jl", "module Example end\n")
                .file("/root/.julia/packages/Example/aqsx3/docs/Project.toml", "[deps]\n")
                .file("/root/.julia/packages/Other/bqsx3/Project.toml", "name = \"Wrong\"\nuuid = \"1\"\n")
                .file("/srv/packages/tool/short/Project.toml", "title = \"no project of Julia\"\n")
                .file("/srv/app/Project.toml", "name = \"App\"\nuuid = \"2\"\n")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:julia/Example@0.10.3?uuid=7876af07-990d-54b4-ab0e-23690620f79a
                  kind application
                  dependency Dates
                  dependency JSON 0.20, 0.21
                  found-at /root/.julia/packages/Example/aqsx3/Project.toml
                  extra julia.slug aqsx3
                  file /root/.julia/packages/Example/aqsx3/Project.toml rule=julia.depot note=by directory: a depot has no list of a package's files
                  file /root/.julia/packages/Example/aqsx3/src/Example.jl rule=julia.depot note=by directory: a depot has no list of a package's files
                  file /root/.julia/packages/Example/aqsx3/docs/Project.toml rule=julia.depot note=by directory: a depot has no list of a package's files
                """;
    }
}
