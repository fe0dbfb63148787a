package dev.jonah.appdb.r;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class LibraryParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new LibraryParser();
    }

    @Override
    protected FakeTree fixture() {
        return Fixture.of(LibraryParserContractTest.class, "library", "/opt/rlib")
                .file("/src/greet/DESCRIPTION", "Package: greet\nVersion: 1.2-3\n")
                .build();
    }

    @Override
    protected String expected() {
        String byDirectory = " rule=r.directory note=by directory: R records no list of files";
        String base = "  file /opt/rlib/greetbase/";
        String greet = "  file /opt/rlib/greet/";
        return String.join(
                "\n",
                "pkg:cran/greet@1.2-3",
                "  kind application",
                "  license MIT + file LICENSE",
                "  description Greets Kindly",
                "  homepage https://greet.example",
                "  maintainer A. Author <author@greet.example>",
                "  dependency R (>= 3.5)",
                "  dependency stats",
                "  dependency greetbase (>= 0.5)",
                "  dependency greetbase (linking)",
                "  found-at /opt/rlib/greet/DESCRIPTION",
                "  extra r.built R 4.2.2; x86_64-pc-linux-gnu; 2026-11-24 14:10:51 UTC; unix",
                "  extra r.repository CRAN",
                greet + "DESCRIPTION" + byDirectory,
                greet + "LICENSE" + byDirectory,
                greet + "NAMESPACE" + byDirectory,
                greet + "Meta/package.rds" + byDirectory,
                "pkg:cran/greetbase@0.5",
                "  kind application",
                "  license GPL-3",
                "  description Base",
                "  maintainer A. Author <author@greet.example>",
                "  found-at /opt/rlib/greetbase/DESCRIPTION",
                "  extra r.built R 4.2.2; ; 2026-11-24 14:10:48 UTC; unix",
                base + "DESCRIPTION" + byDirectory,
                base + "NAMESPACE" + byDirectory,
                base + "include/x.h" + byDirectory,
                base + "R/greetbase" + byDirectory,
                base + "R/greetbase.rdb" + byDirectory,
                base + "R/greetbase.rdx" + byDirectory,
                base + "Meta/Rd.rds" + byDirectory,
                base + "Meta/features.rds" + byDirectory,
                base + "Meta/hsearch.rds" + byDirectory,
                base + "Meta/links.rds" + byDirectory,
                base + "Meta/nsInfo.rds" + byDirectory,
                base + "Meta/package.rds" + byDirectory,
                "");
    }
}
