package dev.jonah.sysdb.debian;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;

/** Databases of dpkg for tests. */
final class Dpkg {
    static final String EMPTY_MD5 = "d41d8cd98f00b204e9800998ecf8427e";
    static final String PLACE = "/var/lib/dpkg/";

    private Dpkg() {}

    /** A stanza of an installed package with these further fields, each with its line feed. */
    static String stanza(String name, String more) {
        return "Package: " + name + "\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1\n" + more + "\n";
    }

    /** A tree with one installed package and its list. */
    static FakeTreeBuilder one(String name, String list) {
        return FakeTree.builder()
                .file(PLACE + "status", stanza(name, ""))
                .file(PLACE + "info/" + name + ".list", "/.\n" + list);
    }

    static List<SoftwarePackage> read(FakeTreeBuilder tree) throws IOException {
        return read(Scans.packages(tree.build()));
    }

    static List<SoftwarePackage> read(PackagesScan scan) throws IOException {
        return scan.read(new DpkgPackages());
    }

    static SoftwarePackage only(FakeTreeBuilder tree) throws IOException {
        List<SoftwarePackage> found = read(tree);
        if (found.size() != 1) {
            throw new AssertionError("not one package: " + found);
        }
        return found.get(0);
    }
}
