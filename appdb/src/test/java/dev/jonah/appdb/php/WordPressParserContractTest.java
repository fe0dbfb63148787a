package dev.jonah.appdb.php;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WordPressParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new WordPressParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(
                        "/w/wp-includes/version.php",
                        "<?php\n/** x */\n$wp_version = '6.5.2';\n$wp_local_package = 'de_DE';\n")
                .file("/w/wp-includes/a/b.php", "")
                .file("/w/wp-admin/c.php", "")
                .file("/w/index.php", "")
                .file("/w/wp-config.php", "")
                .file("/w/planted.php", "")
                .file(
                        "/w/wp-content/plugins/hello.php",
                        "<?php\n/**\n * Plugin Name: Hello Dolly\n * Version: 1.7.2 */\n")
                .file("/w/wp-content/plugins/akismet/a.php", "<?php\n")
                .file("/w/wp-content/plugins/akismet/akismet.php", """
                    <?php
                    /*
                    Plugin Name: Akismet Anti-spam
                    Plugin URI: https://akismet.example/
                    Description: Against spam: a lot.
                    Version: 5.3.2
                    Author: Ann
                    License: GPLv2 or later
                    Requires Plugins: hello, other
                    */
                    """)
                .file("/w/wp-content/plugins/index.php", "<?php\n// Silence is golden.\n")
                .file("/w/wp-content/themes/index.php", "<?php\n// Silence is golden.\nsystem(1);")
                .file("/w/wp-content/plugins/none/x.php", "<?php\n")
                .file("/w/wp-content/themes/twenty/style.css", "/*\nTheme Name: Twenty\nVersion: 1.1\n*/")
                .file("/w/wp-content/uploads/shell.php", "<?php /* Plugin Name: x */")
                .build();
    }

    @Override
    protected String expected() {
        return """
            pkg:generic/wordpress@6.5.2
              kind application
              found-at /w/wp-includes/version.php
              extra wordpress.locale de_DE
              file /w/wp-includes/version.php{core}
              file /w/wp-includes/a/b.php{core}
              file /w/wp-admin/c.php{core}
              file /w/index.php rule=wordpress.directory note=by name: WordPress keeps no list of its files
              file /w/wp-content/plugins/index.php rule=wordpress.directory note=by name: WordPress keeps no list of its files
            pkg:generic/wordpress-plugin/akismet@5.3.2
              kind application
              license GPLv2 or later
              description Against spam: a lot.
              homepage https://akismet.example/
              maintainer Ann
              dependency hello, other
              found-at /w/wp-content/plugins/akismet/akismet.php
              found-at /w/wp-includes/version.php
              extra wordpress.name Akismet Anti-spam
              file /w/wp-content/plugins/akismet/a.php{plugin}
              file /w/wp-content/plugins/akismet/akismet.php{plugin}
            pkg:generic/wordpress-plugin/hello@1.7.2
              kind application
              found-at /w/wp-content/plugins/hello.php
              found-at /w/wp-includes/version.php
              extra wordpress.name Hello Dolly
              file /w/wp-content/plugins/hello.php{plugin}
            pkg:generic/wordpress-theme/twenty@1.1
              kind application
              found-at /w/wp-content/themes/twenty/style.css
              found-at /w/wp-includes/version.php
              extra wordpress.name Twenty
              file /w/wp-content/themes/twenty/style.css rule=wordpress.directory note=by directory: a theme of WordPress has no list of its files
            """.replace(
                        "{core}", " rule=wordpress.directory note=by directory: WordPress keeps no list of its files")
                .replace(
                        "{plugin}",
                        " rule=wordpress.directory note=by directory: a plugin of WordPress has no list of its files");
    }

    @Test
    void withoutAVersionThereIsNoWordPress() throws IOException {
        var scan = Scans.packages(FakeTree.builder()
                .file("/w/wp-includes/version.php", "<?php $wp_version = system('id');\n")
                .build());
        assertThat(scan.parse(plugin())).isEmpty();
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("wordpress.version");
    }
}
