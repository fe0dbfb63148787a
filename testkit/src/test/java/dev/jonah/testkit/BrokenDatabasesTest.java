package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The contract finds what is wrong with databases that are wrong in one way each. */
class BrokenDatabasesTest {
    @Test
    void anIdOfOneWordIsFound() {
        assertThatThrownBy(contract(new Broken() {
                    @Override
                    public String id() {
                        return "Acme";
                    }
                })::idIsWellFormed)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aMissingServiceLineIsFound() {
        assertThatThrownBy(contract(new Broken())::serviceLoaderFindsThePlugin).isInstanceOf(AssertionError.class);
    }

    @Test
    void stateIsFound() {
        assertThatThrownBy(contract(new Broken() {
                    int counter;
                })::keepsNoState)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("counter");
    }

    @Test
    void anUncheckedExceptionIsFoundAndToldHowToRepeat() {
        PackageDatabaseContract contract = contract(new Broken() {
            @Override
            void line(String line, PackageScan scan, Consumer<SoftwarePackage> out) {
                out.accept(found(line.substring(0, 3)));
            }
        });
        assertThatThrownBy(contract::damagedFilesAreSurvived)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/var/db/list, only the first 1 bytes (seed ")
                .hasMessageContaining("StringIndexOutOfBounds");
    }

    @Test
    void resultsThatChangeFromRunToRunAreFound() {
        AtomicInteger runs = new AtomicInteger();
        PackageDatabaseContract contract = contract(new Broken() {
            @Override
            void line(String line, PackageScan scan, Consumer<SoftwarePackage> out) {
                out.accept(found("run" + runs.incrementAndGet()));
            }
        });
        assertThatThrownBy(contract::repeatedAndConcurrentReadsAreEqual).isInstanceOf(AssertionError.class);
    }

    @Test
    void aLimitThatDropsPackagesInSilenceIsFound() {
        PackageDatabaseContract contract = contract(new Broken() {
            @Override
            public void read(PackageScan scan, Consumer<SoftwarePackage> out) {
                try {
                    super.read(scan, out);
                } catch (IOException e) {
                    // the mistake that is to be found
                }
            }
        });
        assertThatThrownBy(contract::limitsLoseNothingInSilence)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("line-bytes");
    }

    @Test
    void aDatabaseThatDoesNotFollowLinksIsFound() {
        PackageDatabaseContract contract = contract(new Broken() {
            @Override
            public boolean presentIn(FileTree tree) {
                return tree.find(ListDatabase.LIST).isPresent();
            }
        });
        assertThatThrownBy(contract::databaseBehindSymbolicLinksIsFound).isInstanceOf(AssertionError.class);
    }

    @Test
    void packagesOutOfNowhereAreFound() {
        PackageDatabaseContract contract = contract(new Broken() {
            @Override
            public boolean presentIn(FileTree tree) {
                return true;
            }

            @Override
            public void read(PackageScan scan, Consumer<SoftwarePackage> out) {
                out.accept(found("host"));
            }
        });
        assertThatThrownBy(contract::emptyTreeGivesNothing).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::absenceIsTold).isInstanceOf(AssertionError.class);
    }

    @Test
    void aResultThatIsNotTheExpectedOneIsFound() {
        assertThatThrownBy(contract(new Broken())::fixtureGivesTheExpectedResult)
                .isInstanceOf(AssertionError.class);
    }

    private static PackageDatabaseContract contract(PackageDatabase plugin) {
        return new PackageDatabaseContract() {
            @Override
            protected PackageDatabase plugin() {
                return plugin;
            }

            @Override
            protected FakeTree fixture() {
                return FakeTree.builder()
                        .file(ListDatabase.LIST.toString(), "one-package\ntwo-package\n")
                        .build();
            }

            @Override
            protected String expected() {
                return "pkg:generic/three\n";
            }
        };
    }

    private static SoftwarePackage found(String name) {
        return SoftwarePackage.of(Purl.of("generic", name).build(), SoftwarePackage.Kind.SYSTEM, ListDatabase.LIST)
                .build();
    }

    private static class Broken implements PackageDatabase {
        @Override
        public String id() {
            return "acme.broken";
        }

        @Override
        public boolean presentIn(FileTree tree) {
            return tree.resolveFile(ListDatabase.LIST).isPresent();
        }

        @Override
        public void read(PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
            try (LineReader lines = new LineReader(
                    scan.tree()
                            .resolveFile(ListDatabase.LIST)
                            .orElseThrow()
                            .content()
                            .open(),
                    scan.limits())) {
                String line;
                while ((line = lines.readText()) != null) {
                    line(line, scan, out);
                }
            }
        }

        void line(String line, PackageScan scan, Consumer<SoftwarePackage> out) {
            out.accept(found("x" + line));
        }
    }
}
