package com.example.altlinux;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.altlinux.format.HeaderStream;
import com.example.altlinux.format.PackageArchive;
import dev.jonah.diagnostic.Limits;
import dev.jonah.sysdb.rpm.format.RpmFile;
import dev.jonah.sysdb.rpm.format.RpmHeader;
import dev.jonah.sysdb.rpm.format.RpmPackage;
import dev.jonah.testkit.RealTool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rpmbuild makes is read, alone and strung together as genpkglist does it. */
class RealPackageTest {
    @TempDir
    Path directory;

    @Test
    void packageOfRpmbuildIsReadAndIsWhole() throws IOException {
        try (InputStream in = Files.newInputStream(build())) {
            PackageArchive archive = PackageArchive.read(in, Limits.defaults());
            RpmPackage found = new RpmPackage(archive.header());
            assertThat(found).hasToString("demo-1.0-alt1.noarch");
            assertThat(found.files(problem -> {})).extracting(RpmFile::path).hasToString("[/etc/demo.conf]");
            assertThat(archive.whole()).isTrue();
        }
    }

    @Test
    void headersOfRpmbuildFollowEachOtherInAList() throws IOException {
        byte[] archive = Files.readAllBytes(build());
        byte[] header = header(archive);
        byte[] twice = new byte[2 * header.length];
        System.arraycopy(header, 0, twice, 0, header.length);
        System.arraycopy(header, 0, twice, header.length, header.length);
        HeaderStream list = new HeaderStream(new ByteArrayInputStream(twice), Limits.defaults());
        RpmHeader first = list.next();
        assertThat(first).hasToString("demo-1.0-alt1");
        assertThat(list.next()).hasToString("demo-1.0-alt1");
        assertThat(list.next()).isNull();
    }

    /** The second header of a package file. */
    private static byte[] header(byte[] archive) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(archive, 96, archive.length - 96);
        HeaderStream stream = new HeaderStream(in, Limits.defaults());
        stream.next();
        int start = (int) (96 + (stream.position() + 7) / 8 * 8);
        ByteArrayInputStream rest = new ByteArrayInputStream(archive, start, archive.length - start);
        HeaderStream second = new HeaderStream(rest, Limits.defaults());
        second.next();
        return java.util.Arrays.copyOfRange(archive, start, start + (int) second.position());
    }

    private Path build() throws IOException {
        Path spec = Files.writeString(directory.resolve("demo.spec"), """
            Name: demo
            Version: 1.0
            Release: alt1
            Summary: A demonstration
            License: MIT
            BuildArch: noarch
            %description
            A demonstration.
            %install
            mkdir -p %{buildroot}/etc
            echo a=1 > %{buildroot}/etc/demo.conf
            %files
            %config(noreplace) /etc/demo.conf
            """);
        RealTool.named("rpmbuild")
                .run(
                        "-bb",
                        "--quiet",
                        "--nodeps",
                        "--define",
                        "_topdir " + directory,
                        "--define",
                        "_rpmdir " + directory,
                        "--define",
                        "_rpmfilename demo.rpm",
                        spec.toString())
                .succeeded();
        return directory.resolve("demo.rpm");
    }
}
