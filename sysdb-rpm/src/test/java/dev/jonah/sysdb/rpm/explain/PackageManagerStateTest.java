package dev.jonah.sysdb.rpm.explain;

import static dev.jonah.sysdb.rpm.explain.Installed.explained;
import static dev.jonah.sysdb.rpm.explain.Installed.owning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageManagerStateTest extends ExplainerContract {
    private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

    static {
        put("/var/lib/dnf/history.sqlite", sqlite());
        put("/var/lib/dnf/history.sqlite-wal", "");
        put("/var/lib/yum/history/history-2019-01-02.sqlite", sqlite());
        put("/usr/lib/sysimage/libdnf5/transaction_history.sqlite", sqlite());
        put(
                "/usr/lib/sysimage/libdnf5/packages.toml",
                "version = \"1.0\"\n[packages]\n[packages.\"bash.x86_64\"]\nreason = \"User\"\n");
        put("/var/lib/tdnf/history.db", sqlite());
        put(
                "/var/lib/dnf/modulefailsafe/nodejs:18.x86_64.yaml",
                "---\ndocument: modulemd\nversion: 2\ndata:\n  name: nodejs\n...\n");
        put("/var/lib/dnf/repos/fedora-1234/countme", "0 0 1 42\n");
        put("/var/lib/yum/uuid", "5b2d3b7c-0fb4-4ab1-8e57-0f6d1f4a1a11\n");
        put("/var/lib/yum/yumdb/b/0123-bash-4.2-1-x86_64/from_repo", "base");
        put("/var/lib/zypp/AnonymousUniqueId", "5b2d3b7c-0fb4-4ab1-8e57-0f6d1f4a1a11");
        put("/var/lib/zypp/AutoInstalled", "# 3 packages\nlibz1\nlibgcc_s1\n");
        put("/run/zypp.pid", "12\n");
        put("/var/log/dnf.log", "2024-01-02T03:04:05+0000 INFO --- logging initialized ---\n more\n");
        put("/var/log/yum.log", "Jan 02 03:04:05 Installed: bash-4.2-1.x86_64\n");
        put("/var/log/hawkey.log", "INFO 2024-01-02T03:04:05 === Started libdnf ===\n");
        put("/var/log/zypp/history", "# zypp\n2024-01-02 03:04:05|install|bash|4.4|x86_64\n");
        put("/var/cache/dnf/fedora.solv", "SOLV....");
        put("/var/cache/zypp/solv/oss/solv", "SOLV....");
        put("/var/cache/dnf/fedora-1234/repodata/repomd.xml", "<?xml version=\"1.0\"?>\n<repomd></repomd>\n");
        put("/var/cache/dnf/fedora-1234/repodata/abc-primary.xml.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0});
        put("/var/cache/yum/x86_64/7/base/mirrorlist.txt", "http://mirror.example.org/7/os/x86_64/\n");
        put(
                "/var/cache/yum/x86_64/7/base/packages/bash.rpm",
                new byte[] {(byte) 0xed, (byte) 0xab, (byte) 0xee, (byte) 0xdb});
        put("/var/cache/dnf/expired_repos.json", "[\"fedora\"]");
        put("/var/cache/yum/x86_64/7/base/cachecookie", "");
    }

    private static void put(String path, String text) {
        put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(String path, byte[] bytes) {
        FILES.put(path, bytes);
    }

    private static byte[] sqlite() {
        return Arrays.copyOf("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), 4096);
    }

    private static FakeTree tree(byte[] instead) {
        FakeTreeBuilder builder = FakeTree.builder();
        FILES.forEach((path, bytes) -> builder.file(path, instead.length == 0 ? bytes : instead));
        return builder.build();
    }

    @Override
    protected Explainer plugin() {
        return new PackageManagerState();
    }

    @Override
    protected FakeTree fixture() {
        return tree(new byte[0]);
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree).withPackage(owning("/usr/bin/x"));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path().toString())
                .containsExactlyInAnyOrder(FILES.keySet().toArray(String[]::new));
    }

    @Test
    void plantedScriptsStayUnexplained() throws IOException {
        FakeTree planted = tree("#!/bin/sh\necho evil > /etc/passwd\n".getBytes(StandardCharsets.UTF_8));
        assertThat(explained(scan(planted), plugin())).isEmpty();
    }

    @Test
    void plantedProgramsStayUnexplained() throws IOException {
        assertThat(explained(scan(tree(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0})), plugin()))
                .isEmpty();
    }

    @Test
    void whatCanBeRunStaysUnexplained() throws IOException {
        FakeTreeBuilder builder = FakeTree.builder();
        FILES.forEach((path, bytes) -> builder.file(path, bytes).mode(path, 0755));
        assertThat(explained(scan(builder.build()), plugin())).isEmpty();
    }

    @Test
    void otherNamesInTheSameDirectoriesStayUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/var/lib/dnf/hidden", "x")
                .file("/var/cache/dnf/tool", "x")
                .file("/run/other", "1")
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void metadataThatAnInterpreterWouldRunStaysUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/var/cache/dnf/x/repodata/a.xml", "<?php system('evil'); ?>\n")
                .file("/var/cache/dnf/x/repodata/b.xml", "<?xml version=\"1.0\"?><a><?php system('evil'); ?></a>\n")
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void nothingIsExplainedWithoutPackagesOfRpm() throws IOException {
        assertThat(explained(Scans.explainer(fixture()), plugin())).isEmpty();
        assertThat(StateRule.find(ImagePath.of("/etc/passwd"))).isNull();
    }
}
