package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.owning;

import dev.jonah.ledger.Explainer;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DebconfStateTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new DebconfState();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file(
                        "/var/cache/debconf/config.dat",
                        "Name: a/b\nTemplate: a/b\nOwners: a\nFlags: seen\nVariables:\n x = y\n\n")
                .file(
                        "/var/cache/debconf/templates.dat-old",
                        "Name: a/b\nType: select\nChoices-de.utf-8: x\nDescription: y\n")
                .file("/var/cache/debconf/passwords.dat", "");
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(owning("debconf"));
    }

    @Override
    List<String> expected() {
        return tree().build().files().map(file -> "TRANSIENT " + file.path()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Template: a", "Name: a\nExec: b", "Name: a\nrubbish", "Name:\nValue: x"})
    void otherContentStaysUnexplained(String content) throws IOException {
        assertUnexplained("/var/cache/debconf/config.dat", content);
    }
}
