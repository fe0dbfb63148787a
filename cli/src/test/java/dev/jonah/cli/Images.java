package dev.jonah.cli;

import dev.jonah.testkit.FakeImage;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/** Small images for tests of the command. */
final class Images {
    private static final String ELF = "\u007fELF, or so it begins";

    private Images() {}

    /** One package with a file as recorded, one changed and one missing; above it a program that nobody knows. */
    static FakeImage planted() {
        String database = "C:Q1AAAAAAAAAAAAAAAAAAAAAAAAAAA=\nP:tool\nV:1.0-r0\nA:x86_64\nS:1\nI:1\nT:A tool\n"
                + "U:https://example.org\nL:MIT\no:tool\nF:usr\nF:usr/bin\n"
                + recorded("changed", "as shipped")
                + recorded("gone", "as shipped")
                + recorded("tool", "a tool")
                + "\n";
        return FakeImage.builder()
                .name("demo:1")
                .layer(layer -> layer.createdBy("ADD rootfs.tar / # buildkit")
                        .file("/etc/os-release", "ID=alpine\nNAME=\"Alpine Linux\"\nVERSION_ID=3.20.3\n")
                        .file("/lib/apk/db/installed", database)
                        .file("/usr/bin/tool", "a tool")
                        .mode("/usr/bin/tool", 0755)
                        .file("/usr/bin/changed", "tampered")
                        .mode("/usr/bin/changed", 04755)
                        .file("/root/secret", "key"))
                .layer(layer -> layer.createdBy("/bin/sh -c #(nop) COPY dir:0 in . ")
                        .file("/opt/run", ELF)
                        .mode("/opt/run", 0755)
                        .symlink("/opt/link", "/usr/bin/tool")
                        .whiteout("/root/secret"))
                .build();
    }

    /** Nothing but a file that is explained. */
    static FakeImage plain() {
        return FakeImage.builder()
                .name("plain:1")
                .layer(layer -> layer.directory("/etc").file("/etc/motd", "hello"))
                .build();
    }

    /** A package in the database of apk. */
    static String stanza(String name) {
        return "C:Q1AAAAAAAAAAAAAAAAAAAAAAAAAAA=\nP:" + name + "\nV:1.0-r0\nA:x86_64\n\n";
    }

    private static String recorded(String name, String content) {
        String hex = Digest.compute(Digest.Algorithm.SHA1, content.getBytes(StandardCharsets.UTF_8))
                .hex();
        return "R:" + name + "\na:0:0:755\nZ:Q1"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + "\n";
    }

    static Path save(Path directory, String name, byte[] archive) {
        try {
            return Files.write(directory.resolve(name), archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
