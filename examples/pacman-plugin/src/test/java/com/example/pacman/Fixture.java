package com.example.pacman;

import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The database of two packages, as pacman 6.0 wrote it. */
final class Fixture {
    static final String DEMO = "/var/lib/pacman/local/demo-1:1.2-3/";

    private Fixture() {}

    static FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file("/var/lib/pacman/local/ALPM_DB_VERSION", "9\n")
                .file(DEMO + "desc", """
                        %NAME%
                        demo

                        %VERSION%
                        1:1.2-3

                        %BASE%
                        demo-suite

                        %DESC%
                        Shows what pacman records

                        %URL%


                        %ARCH%
                        x86_64

                        %BUILDDATE%
                        1700000000

                        %INSTALLDATE%
                        1700000001

                        %PACKAGER%
                        Demo Packager <demo@example.org>

                        %SIZE%
                        68

                        %REASON%
                        1

                        %LICENSE%
                        MIT
                        custom:demo

                        %VALIDATION%
                        none

                        %DEPENDS%
                        sh
                        glibc>=2.36

                        %OPTDEPENDS%
                        perl: for the reports

                        %PROVIDES%
                        demo-tool=1.2

                        """)
                .file(DEMO + "files", """
                        %FILES%
                        etc/
                        etc/demo.conf
                        etc/demo.d/
                        etc/demo.d/extra.conf
                        usr/
                        usr/bin/
                        usr/bin/demo-helper
                        usr/bin/demonstrate
                        usr/share/
                        usr/share/demo/
                        usr/share/demo/link=to spaces
                        usr/share/demo/name with spaces é #1.txt
                        usr/share/locale/
                        usr/share/locale/de/
                        usr/share/locale/de/demo.mo

                        %BACKUP%
                        etc/demo.conf\t2c97bf23c8bb21395f590092f51fa2b8
                        etc/demo.d/extra.conf\te991d6de5ea9189d9ae81327fbd56c7b

                        """)
                .file(DEMO + "install", "post_install() { :; }\n")
                .file(DEMO + "mtree", gzip("""
                        #mtree
                        /set type=file uid=0 gid=0 mode=644
                        ./.BUILDINFO time=1700000000.0 size=601 md5digest=d2fd9765a1d2bab3bcbca756a15b52b8
                        ./.INSTALL time=1700000000.0 size=22 sha256digest=dad812bd4b458ed26072a58376dc5e73f8a6beebdd273dd9ccb30de7e161a96b
                        ./.PKGINFO time=1700000000.0 size=428 md5digest=0ee5c2105c60ac7193805d5eefaa24b7
                        ./etc time=1700000000.0 mode=755 type=dir
                        ./etc/demo.conf time=1700000000.0 size=15 md5digest=2c97bf23c8bb21395f590092f51fa2b8 \
                        sha256digest=60deeffc16b632534546915ae38e9f8a9535828c23484ec5babcf5c2844b132a
                        ./etc/demo.d time=1700000000.0 mode=755 type=dir
                        ./etc/demo.d/extra.conf time=1700000000.0 size=10
                        /set mode=755
                        ./usr time=1700000000.0 type=dir
                        ./usr/bin time=1700000000.0 type=dir
                        ./usr/bin/demo-helper time=1700000000.5 mode=4755 gid=42 size=13 \
                        md5digest=4cf17a1669e140f92e644af099700dd8
                        ./usr/bin/demonstrate time=1700000000.0 mode=777 type=link link=demo
                        /unset gid
                        ./usr/share time=1700000000.0 type=dir
                        ./usr/share/demo/link\\075to\\040spaces mode=777 type=link \
                        link=name\\040with\\040spaces\\040\\303\\251\\040\\0431.txt
                        ./usr/share/demo/name\\040with\\040spaces\\040\\303\\251\\040\\0431.txt mode=644 size=5 \
                        sha256digest=6667b2d1aab6a00caa5aee5af8ad9f1465e567abf1c209d15727d57b3e8f6e5f
                        """))
                .file("/etc/pacman.conf", """
                        # as in the official image
                        [options]
                        HoldPkg = pacman glibc
                        Include = /etc/pacman.d/options*.conf
                        NoUpgrade = etc/demo.d/extra.conf usr/bin/demo-helper

                        [core]
                        Include = /etc/pacman.d/mirrorlist
                        """)
                .file("/etc/pacman.d/mirrorlist", "Server = https://mirror.example/$repo/os/$arch\n")
                .file("/etc/pacman.d/options-1.conf", "[options]\nNoExtract = usr/share/locale/* !usr/share/locale/xx\n");
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
