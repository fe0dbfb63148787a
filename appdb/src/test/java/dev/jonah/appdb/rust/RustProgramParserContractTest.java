package dev.jonah.appdb.rust;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class RustProgramParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new RustProgramParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder().file("/usr/bin/tool", AuditedProgram.of("""
                        {"packages":[
                          {"name":"cc","version":"1.0.83","source":"crates.io","kind":"build"},
                          {"name":"memchr","version":"2.7.1","source":"crates.io"},
                          {"name":"tool","version":"0.3.0","source":"local","dependencies":[0,1,9],"root":true}
                        ],"format":1}
                        """)).build();
    }

    @Override
    protected String expected() {
        return """
                pkg:cargo/memchr@2.7.1
                  kind application
                  found-at /usr/bin/tool
                  extra cargo.source crates.io
                pkg:cargo/tool@0.3.0
                  kind application
                  dependency memchr 2.7.1
                  found-at /usr/bin/tool
                  extra cargo.build-dependencies cc 1.0.83
                  extra cargo.source local
                  file /usr/bin/tool rule=cargo.audit-data source=/usr/bin/tool note=the list of crates in the program names tool as its root
                """;
    }
}
