package dev.jonah.appdb.php;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.value.ImagePath;
import java.util.List;

class PhpExtensionSettingsContractTest extends ExplainerContract {
    private static final String EXTENSIONS = "/usr/local/lib/php/extensions/no-debug-non-zts-20220829/";
    private static final String SETTINGS = "/usr/local/etc/php/conf.d/";

    @Override
    protected Explainer plugin() {
        return new PhpExtensionSettings();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(EXTENSIONS + "gd.so", "elf")
                .file(EXTENSIONS + "opcache.so", "elf")
                .file(EXTENSIONS + "planted.so", "elf")
                .file(SETTINGS + "docker-php-ext-gd.ini", "extension=gd\n")
                .file(SETTINGS + "docker-php-ext-opcache.ini", "zend_extension=" + EXTENSIONS + "opcache.so\n")
                .file(SETTINGS + "docker-php-ext-planted.ini", "extension=planted\n")
                .file(SETTINGS + "more.ini", "extension=gd\nauto_prepend_file=/tmp/x.php\n")
                .file(SETTINGS + "other.ini", "auto_prepend_file=gd\n")
                .file(SETTINGS + "elsewhere.ini", "extension=/tmp/gd.so\n")
                .file("/usr/local/etc/other/gd.ini", "extension=gd\n")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return super.scan(tree)
                .withPackage(SoftwarePackage.of(
                                Purl.parse("pkg:generic/php@8.2.36"),
                                SoftwarePackage.Kind.APPLICATION,
                                ImagePath.of("/usr/local/include/php/main/php_version.h"))
                        .file(PackageFile.at(ImagePath.of(EXTENSIONS + "gd.so"), "php.build")
                                .build())
                        .file(PackageFile.at(ImagePath.of(EXTENSIONS + "opcache.so"), "php.build")
                                .build())
                        .build());
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path().fileName() + ": " + e.evidence().text())
                .containsExactly(
                        "docker-php-ext-gd.ini: it does nothing but load the extension " + EXTENSIONS + "gd.so",
                        "docker-php-ext-opcache.ini: it does nothing but load the extension " + EXTENSIONS
                                + "opcache.so");
        assertThat(found).allMatch(e -> e.verdict() == Verdict.DERIVED);
    }
}
