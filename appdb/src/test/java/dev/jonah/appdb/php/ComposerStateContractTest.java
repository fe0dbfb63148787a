package dev.jonah.appdb.php;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerStateContractTest extends ExplainerContract {
    private static final String RECORDS = "/srv/app/vendor/composer/";

    @Override
    protected Explainer plugin() {
        return new ComposerState();
    }

    @Override
    protected FakeTree fixture() {
        return RealFiles.app()
                .file("/other/composer/installed.json", "[]")
                .file("/other/composer/autoload_psr4.php", RealFiles.text("app/vendor/composer/autoload_psr4.php"))
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return super.scan(tree)
                .withPackage(SoftwarePackage.of(
                                Purl.parse("pkg:composer/acme/alpha@1.2.0"),
                                SoftwarePackage.Kind.APPLICATION,
                                ImagePath.of(RECORDS + "installed.json"))
                        .file(PackageFile.at(
                                        ImagePath.of("/srv/app/vendor/Acme/alpha/src/functions.php"),
                                        "composer.directory")
                                .build())
                        .build());
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.verdict() + " " + e.path().toString().replace(RECORDS, ""))
                .containsExactly(
                        "DERIVED autoload_classmap.php",
                        "DERIVED autoload_files.php",
                        "DERIVED autoload_namespaces.php",
                        "DERIVED autoload_psr4.php",
                        "TRANSIENT installed.json",
                        "TRANSIENT installed.php");
    }

    @Test
    void aListThatLoadsAFileThatNobodyOwnsIsNotExplained() throws IOException {
        String list = RealFiles.text("app/vendor/composer/autoload_files.php").replace("functions.php", "planted.php");
        assertThat(explained(RealFiles.app()
                        .file("/srv/app/vendor/Acme/alpha/src/planted.php", "<?php")
                        .file(RECORDS + "autoload_files.php", list)))
                .doesNotContain("autoload_files.php");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?php system('id'); return array();",
                "<?php return array('A' => system('id'));",
                "<?php return array('A' => '/etc/passwd');",
                "<?php return array('A' => $vendorDir . '/../../../etc/passwd');",
                "<?php return array('A' => $vendorDir . `id`);",
                "<?php return array('A' => \"$vendorDir/x\");",
                "<?php return array('A' => $vendorDir . '/x'); system('id');",
                "<?php return array('A' => $vendorDir . '/x'); ?><?php system('id');",
                "<?php // ?><?php system('id');\nreturn array('A' => $vendorDir . '/x');",
                "<?php /* x */ return array();",
                "#!/bin/sh\n<?php return array();",
                ""
            })
    void aListThatHoldsAnythingButPathsIsNotExplained(String text) throws IOException {
        assertThat(explained(RealFiles.app().file(RECORDS + "autoload_psr4.php", text)))
                .doesNotContain("autoload_psr4.php");
    }

    @Test
    void aRecordWithoutAnyOfItsPackagesIsNotExplained() throws IOException {
        assertThat(explained(FakeTree.builder()
                        .file(RECORDS + "installed.json", RealFiles.text("app/vendor/composer/installed.json"))))
                .isEmpty();
    }

    private List<String> explained(FakeTreeBuilder tree) throws IOException {
        return scan(tree.build()).explain(plugin()).stream()
                .map(e -> e.path().fileName())
                .toList();
    }
}
