package dev.jonah.appdb.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.node.format.ShellShimTest;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import java.util.List;

class NodeLinksContractTest extends ExplainerContract {
    private static final String MIME = "/app/node_modules/.pnpm/mime@1.0.0/node_modules/mime/";
    private static final String BIN = "/app/node_modules/.pnpm/mime@1.0.0/node_modules/.bin/";
    private static final String OTHER_BIN = "/app/node_modules/.pnpm/y@1.0.0/node_modules/.bin/";

    @Override
    protected Explainer plugin() {
        return new NodeLinks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(
                        "/u/lib/node_modules/semver/package.json",
                        "{\"name\":\"semver\",\"bin\":{\"semver\":\"bin/semver.js\"}}")
                .file("/u/lib/node_modules/semver/bin/semver.js", "x")
                .file("/u/lib/node_modules/semver/bin/other.js", "x")
                .symlink("/u/bin/semver", "../lib/node_modules/semver/bin/semver.js")
                .symlink("/u/bin/ls", "../lib/node_modules/semver/bin/semver.js")
                .symlink("/u/lib/node_modules/.bin/semver", "../semver/bin/other.js")
                .file("/app/packages/util/package.json", "{\"name\":\"@s/util\"}")
                .symlink("/app/node_modules/@s/util", "../../packages/util")
                .symlink("/app/node_modules/other", "../packages/util")
                .symlink("/app/node_modules/gone", "../packages/gone")
                .file(
                        "/app/package.json",
                        "{\"name\":\"shop\",\"dependencies\":{\"short\":\"npm:mime@1\",\"wrong\":\"npm:x@1\"}}")
                .file(MIME + "package.json", "{\"name\":\"mime\",\"bin\":{\"mime\":\"cli.js\"}}")
                .file(MIME + "cli.js", "#!/usr/bin/env node --harmony\n")
                .symlink("/app/node_modules/short", ".pnpm/mime@1.0.0/node_modules/mime")
                .symlink("/app/node_modules/wrong", ".pnpm/mime@1.0.0/node_modules/mime")
                .file(BIN + "mime", ShellShimTest.HEAD + ShellShimTest.NODE_PATH + ShellShimTest.NODE)
                .file(BIN + "other", ShellShimTest.HEAD + ShellShimTest.NODE_PATH + ShellShimTest.NODE)
                .file("/app/node_modules/.pnpm/x@1.0.0/node_modules/.bin/mime", "#!/bin/sh\nreboot\n")
                .file("/tmp/node_modules/x", "")
                .file(
                        OTHER_BIN + "mime",
                        ShellShimTest.HEAD
                                + ShellShimTest.NODE_PATH.replace("/app/", "/tmp/")
                                + ShellShimTest.NODE.replace("../mime", "../../../mime@1.0.0/node_modules/mime"))
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + ": " + e.evidence().text())
                .containsExactly(
                        BIN + "mime: script that leads to a program of the package mime",
                        "/app/node_modules/@s/util: link to the package @s/util that lies at /app/packages/util",
                        "/app/node_modules/short: link to the package mime that lies at " + MIME.replaceAll("/$", "")
                                + ", under the name that /app has for it",
                        "/u/bin/semver: link to a program of the package semver");
        assertThat(found).allMatch(e -> e.verdict() == Verdict.DERIVED);
    }
}
