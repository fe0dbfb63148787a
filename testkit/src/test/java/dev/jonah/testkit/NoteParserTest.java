package dev.jonah.testkit;

import dev.jonah.packages.ManifestParser;

class NoteParserTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new NoteParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/opt/a.note", "Name: a\nVersion: 1\n")
                .file("/opt/b.note", "Name: b\n")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:generic/a@1
                  kind application
                  found-at /opt/a.note
                pkg:generic/b
                  kind application
                  found-at /opt/b.note
                """;
    }
}
