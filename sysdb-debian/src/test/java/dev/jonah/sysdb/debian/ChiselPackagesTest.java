package dev.jonah.sysdb.debian;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.PackageDatabase;
import dev.jonah.sysdb.debian.format.Zstds;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackageDatabaseContract;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ChiselPackagesTest extends PackageDatabaseContract {
    private static final String PLACE = "/var/lib/chisel/manifest.wall";
    private static final String SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String OTHER = SHA256.replace('e', 'f');
    private static final String MANIFEST = String.join(
            "\n",
            "{'jsonwall':'1.0','schema':'1.0','count':8}",
            "{'kind':'package','name':'a','version':'1:2','sha256':'" + SHA256 + "','arch':'amd64'}",
            "{'kind':'package','name':'b','version':'3','arch':'amd64'}",
            "{'kind':'path','path':'/bin/','mode':'0755','slices':['a_bins','b_bins']}",
            "{'kind':'path','path':'/bin/a','mode':'0755','slices':['a_bins'],'sha256':'" + SHA256 + "','size':0}",
            "{'kind':'path','path':'/bin/l','mode':'0777','slices':['b_bins'],'link':'a'}",
            "{'kind':'path','path':'/etc/c','mode':'0644','slices':['b_bins'],'sha256':'" + SHA256
                    + "','final_sha256':'" + OTHER + "','size':9}",
            "{'kind':'path','path':'/var/lib/chisel/manifest.wall','mode':'0644','slices':['a_chisel']}",
            "{'kind':'slice','name':'a_bins'}",
            "{'kind':'slice','name':'a_chisel'}",
            "{'kind':'slice','name':'b_bins'}",
            "");

    @Override
    protected PackageDatabase plugin() {
        return new ChiselPackages();
    }

    @Override
    protected FakeTree fixture() {
        return manifest(MANIFEST);
    }

    @Override
    protected String expected() {
        return """
                pkg:deb/ubuntu/a@1:2?arch=amd64
                  kind system
                  architecture amd64
                  found-at /var/lib/chisel/manifest.wall
                  extra chisel.package-digest sha256:SUM
                  extra chisel.slices a_bins a_chisel
                  file /bin type=directory mode=755 rule=chisel.manifest
                  file /bin/a type=file size=0 digest=sha256:SUM mode=755 rule=chisel.manifest
                  file /var/lib/chisel/manifest.wall type=file mode=644 rule=chisel.manifest
                pkg:deb/ubuntu/b@3?arch=amd64
                  kind system
                  architecture amd64
                  found-at /var/lib/chisel/manifest.wall
                  extra chisel.slices b_bins
                  file /bin type=directory mode=755 rule=chisel.manifest
                  file /bin/l type=symlink target=a rule=chisel.manifest
                  file /etc/c type=file size=9 digest=sha256:OTHER mode=644 rule=chisel.manifest
                """.replace("SUM", SHA256).replace("OTHER", OTHER);
    }

    @Test
    void pathsOfNoPackageOrOutsideAreReported() throws IOException {
        PackagesScan scan = Scans.packages(manifest("{'jsonwall':'1.0','schema':'1.0','count':3}\n"
                + "{'kind':'path','path':'/x','slices':['none_bins']}\n"
                + "{'kind':'path','path':'/../x','slices':['none_bins']}\n"));
        assertThat(scan.read(plugin())).isEmpty();
        assertThat(scan.diagnostics()).hasCodes("chisel.path.owner", "chisel.path.outside");
    }

    private static FakeTree manifest(String text) {
        try {
            return FakeTree.builder()
                    .file(PLACE, Zstds.compress(text.replace('\'', '"')))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
