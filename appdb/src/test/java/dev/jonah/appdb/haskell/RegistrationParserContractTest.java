package dev.jonah.appdb.haskell;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.SoftwarePackage.Resolved;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.ManifestParserContract;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RegistrationParserContractTest extends ManifestParserContract {
    private static final String DATABASE = "/root/.cabal/store/ghc-9.4.7/package.db";
    private static final String LIBRARY = "/root/.cabal/store/ghc-9.4.7/greet-1.0-abc/lib";

    @Override
    protected ManifestParser plugin() {
        return new RegistrationParser();
    }

    @Override
    protected FakeTree fixture() {
        return tree().build();
    }

    private static FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file(DATABASE + "/greet-1.0-abc.conf", """
                    name:                 greet
                    version:              1.0
                    visibility:           public
                    id:                   greet-1.0-abc
                    license:              BSD-3-Clause
                    maintainer:           author@greet.example
                    homepage:             https://greet.example
                    synopsis:             Greets
                    description:
                        Greets people.

                        In many ways.

                    abi:                  0123abcd
                    exposed:              True
                    exposed-modules:
                        Greet, Greet.Words,
                        Data.Text from text-2.0.2:Data.Text

                    hidden-modules:       Greet.Internal
                    import-dirs:          ${pkgroot}/greet-1.0-abc/lib
                    library-dirs:         ${pkgroot}/greet-1.0-abc/lib
                    dynamic-library-dirs: "${pkgroot}/lib"
                    hs-libraries:         HSgreet-1.0-abc
                    depends:              base-4.17.2.0 words-2.0
                    haddock-html:         ${pkgroot}/greet-1.0-abc/share/doc/html
                    """)
                .file(DATABASE + "/package.cache", "binary")
                .file(LIBRARY + "/Greet.hi", "interface")
                .file(LIBRARY + "/Greet/Words.hi", "interface")
                .file(LIBRARY + "/Greet/Planted.hi", "planted")
                .file(LIBRARY + "/libHSgreet-1.0-abc.a", "library")
                .file(LIBRARY + "/libplanted.a", "planted")
                .file("/root/.cabal/store/ghc-9.4.7/lib/libHSgreet-1.0-abc-ghc9.4.7.so", "library")
                .file("/root/.cabal/store/ghc-9.4.7/greet-1.0-abc/share/doc/html/index.html", "text")
                .file("/etc/ld.so.conf", "name: nothing");
    }

    @Override
    protected String expected() {
        String conf = DATABASE + "/greet-1.0-abc.conf";
        String rule = " rule=haskell.registration source=" + conf;
        return String.join(
                "\n",
                "pkg:hackage/greet@1.0",
                "  kind application",
                "  license BSD-3-Clause",
                "  description Greets",
                "  homepage https://greet.example",
                "  maintainer author@greet.example",
                "  dependency base-4.17.2.0",
                "  dependency words-2.0",
                "  found-at " + conf,
                "  extra haskell.abi 0123abcd",
                "  extra haskell.unit-id greet-1.0-abc",
                "  file " + conf + rule + " note=the registration itself",
                "  file " + LIBRARY + "/Greet.hi" + rule,
                "  file " + LIBRARY + "/Greet/Words.hi" + rule,
                "  file " + LIBRARY + "/Greet/Internal.hi" + rule,
                "  file " + LIBRARY + "/libHSgreet-1.0-abc.a" + rule + " note=a library of the package",
                "  file /root/.cabal/store/ghc-9.4.7/lib/libHSgreet-1.0-abc-ghc9.4.7.so" + rule
                        + " note=a library of the package",
                "  file /root/.cabal/store/ghc-9.4.7/greet-1.0-abc/share/doc/html/index.html" + rule
                        + " note=by directory: documentation",
                "");
    }

    @Test
    void aDependencyMeansTheRegistrationWithItsIdentifier() throws IOException {
        FakeTree tree = tree().file(DATABASE + "/words.conf", "name: words\nversion: 2.0\nid: words-2.0\n")
                .build();
        assertThat(Scans.packages(tree).parse(plugin()).get(0).resolved())
                .containsExactly(new Resolved(ImagePath.of(DATABASE + "/words.conf"), null));
    }

    @Test
    void aLibraryOfSeveralInAPackageIsToldByThePackage() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(
                        DATABASE + "/z.conf",
                        "name: z-greet-z-internal\nversion: 1.0\npackage-name: greet\nlib-name: internal\n")
                .build();
        assertThat(Scans.packages(tree).parse(plugin()).get(0))
                .hasPurl("pkg:hackage/greet@1.0")
                .hasExtra("haskell.library", "internal");
    }
}
