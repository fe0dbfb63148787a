package dev.jonah.appdb.conda;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class CondaParserContractTest extends ManifestParserContract {
    private static final String SUM = "1".repeat(64);
    private static final String OTHER = "2".repeat(64);

    @Override
    protected ManifestParser plugin() {
        return new CondaParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/c/conda-meta/a-1.0-h_0.json", """
                        {"name":"a","version":"1.0","build":"h_0","channel":"defaults","subdir":"linux-64","fn":"a-1.0-h_0.conda",
                        "url":"https://repo.anaconda.com/pkgs/main/linux-64/a-1.0-h_0.conda","license":"MIT","md5":"ab",
                        "depends":["b >=1"],"requested_spec":"a","files":["f","x"],"link":{"source":"/p/a-1.0-h_0","type":1},
                        "paths_data":{"paths":[{"_path":"f","path_type":"hardlink","sha256":"%s","sha256_in_prefix":"%s",
                        "size_in_bytes":3,"prefix_placeholder":"/b","file_mode":"text"},{"_path":"d","path_type":"directory"}]}}
                        """.formatted(SUM, OTHER))
                .file("/c/conda-meta/b-2-0.json", "{\"name\":\"b\",\"version\":\"2\"}")
                .file("/p/a-1.0-h_0/info/index.json", "{}")
                .file("/p/a-1.0-h_0/f", "/b\n")
                .build();
    }

    @Override
    protected String expected() {
        String record = "/c/conda-meta/a-1.0-h_0.json";
        String other = "/c/conda-meta/b-2-0.json";
        return String.join(
                "\n",
                "pkg:conda/a@1.0?build=h_0&channel=main&subdir=linux-64&type=conda",
                "  kind application",
                "  architecture linux-64",
                "  license MIT",
                "  dependency b >=1",
                "  found-at " + record,
                "  extra conda.cache /p/a-1.0-h_0",
                "  extra conda.channel defaults",
                "  extra conda.md5 ab",
                "  extra conda.requested a",
                "  extra conda.url https://repo.anaconda.com/pkgs/main/linux-64/a-1.0-h_0.conda",
                "  file /c/f type=file digest=sha256:" + OTHER + " rule=conda.record source=" + record,
                "  file /c/d type=directory rule=conda.record source=" + record,
                "  file /c/x rule=conda.record.unhashed source=" + record,
                "  file /c/conda-meta/a-1.0-h_0.json rule=conda.record.unhashed note=the record itself",
                "  file /p/a-1.0-h_0/f type=file digest=sha256:" + SUM + " rule=conda.cache source=" + record
                        + " note=as it was in the package",
                "  file /p/a-1.0-h_0/info/index.json rule=conda.cache.metadata source=" + record
                        + " note=by directory: no record lists the metadata of a package",
                "pkg:conda/b@2?build=0",
                "  kind application",
                "  found-at " + other,
                "  file " + other + " rule=conda.record.unhashed note=the record itself",
                "");
    }
}
