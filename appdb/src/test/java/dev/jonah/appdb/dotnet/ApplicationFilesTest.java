package dev.jonah.appdb.dotnet;

import static dev.jonah.testkit.JonahAssertions.assertThat;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApplicationFilesTest {
    @Test
    void theHostProgramBelongsToTheApplicationThatItStarts() throws IOException {
        assertThat(parse(TestBundle.host("App.dll"))).promisesFiles(3).promises("/app/App");
    }

    @Test
    void aHostProgramThatStartsSomethingElseDoesNot() throws IOException {
        assertThat(parse(TestBundle.host("Evil.dll"))).promisesFiles(2);
    }

    @Test
    void anotherProgramOfThatNameDoesNot() throws IOException {
        assertThat(parse(new byte[] {0x7f, 'E', 'L', 'F'})).promisesFiles(2);
    }

    private static SoftwarePackage parse(byte[] program) throws IOException {
        String list = new Manifests()
                .library("App/1", "project", Manifests.runtime("App.dll"))
                .json();
        return Scans.packages(FakeTree.builder()
                        .file("/app/App.deps.json", list)
                        .file("/app/App.dll", "x")
                        .file("/app/App", program)
                        .build())
                .parse(new DependencyManifestParser())
                .get(0);
    }
}
