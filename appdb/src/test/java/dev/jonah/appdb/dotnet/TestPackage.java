package dev.jonah.appdb.dotnet;

import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.value.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package of NuGet as it lies in a folder of packages, laid out as NuGet 6 does. */
final class TestPackage {
    static final String FOLDER = "/root/.nuget/packages/some.thing/1.2.0";
    static final String ARCHIVE = FOLDER + "/some.thing.1.2.0.nupkg";
    private static final String SPECIFICATION = """
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>Some.Thing</id>
            <version>1.2</version>
            <authors>A. Author</authors>
            <license type="expression">MIT</license>
            <licenseUrl>https://licenses.nuget.org/MIT</licenseUrl>
            <projectUrl>https://thing.example</projectUrl>
            <description>Does something</description>
            <repository type="git" url="https://git.example/thing" commit="0123abcd" />
            <dependencies>
              <group targetFramework="net8.0"><dependency id="Other" version="[2.0.0, )" /></group>
              <group targetFramework="netstandard2.0"><dependency id="Other" version="[2.0.0, )" /></group>
            </dependencies>
          </metadata>
        </package>
        """;

    private TestPackage() {}

    /** All that NuGet leaves. */
    static FakeTreeBuilder tree() {
        byte[] archive = archive();
        String checksum = Base64.getEncoder()
                .encodeToString(HexFormat.of()
                        .parseHex(
                                Digest.compute(Digest.Algorithm.SHA512, archive).hex()));
        return FakeTree.builder()
                .file(FOLDER + "/some.thing.nuspec", SPECIFICATION)
                .file(
                        FOLDER + "/.nupkg.metadata",
                        "{\"version\": 2, \"contentHash\": \"" + checksum + "\", \"source\": \"https://feed.example\"}")
                .file(ARCHIVE + ".sha512", checksum)
                .file(ARCHIVE, archive)
                .file(FOLDER + "/lib/net8.0/Some.Thing.dll", "managed")
                .file(FOLDER + "/content/a b.txt", "text");
    }

    private static byte[] archive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put("_rels/.rels", "r", zip);
            put("Some.Thing.nuspec", SPECIFICATION, zip);
            put("lib/net8.0/Some.Thing.dll", "managed", zip);
            put("lib/net8.0/Some.Thing.xml", "documentation", zip);
            put("content/a%20b.txt", "text", zip);
            put("[Content_Types].xml", "c", zip);
            put("package/services/metadata/core-properties/1.psmdcp", "p", zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(String name, String content, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
