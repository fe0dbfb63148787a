package dev.jonah.appdb.lua;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class RockParserContractTest extends ManifestParserContract {
    private static final String ROCKS = "/opt/rocks/lib/luarocks/rocks-5.1";

    @Override
    protected ManifestParser plugin() {
        return new RockParser();
    }

    @Override
    protected FakeTree fixture() {
        return Fixture.of(RockParserContractTest.class, "rocks", "/opt/rocks")
                .file("/opt/rocks/share/lua/5.1/planted.lua", "planted")
                .file(ROCKS + "/greet/1.0-1/planted", "planted")
                .build();
    }

    @Override
    protected String expected() {
        String greet = ROCKS + "/greet/1.0-1";
        String base = ROCKS + "/greetbase/0.5-2";
        String note = " note=the manifest, which cannot hold its own checksum";
        String ofGreet = " rule=lua.rock-manifest source=" + greet + "/rock_manifest";
        String ofBase = " rule=lua.rock-manifest source=" + base + "/rock_manifest";
        return String.join(
                "\n",
                "pkg:luarocks/greet@1.0-1",
                "  kind application",
                "  license MIT/X11",
                "  description Greets",
                "  homepage https://greet.example",
                "  maintainer A. Author <author@greet.example>",
                "  dependency lua >= 5.1, < 5.5",
                "  dependency greetbase ~> 0.5",
                "  found-at " + greet + "/rock_manifest",
                "  extra lua.source file://greet-1.0.tar.gz",
                "  extra lua.version 5.1",
                "  file " + greet + "/rock_manifest rule=lua.rock-manifest.unhashed" + note,
                "  file " + greet + "/bin/greet type=file digest=md5:f79bc0658cbc8ee19a9c8441e9a5f5d0" + ofGreet,
                "  file " + greet + "/conf/greet.conf type=file digest=md5:f968f33f844c98de1d3b4fe70f2e1a0f" + ofGreet,
                "  file " + greet + "/doc/index.md type=file digest=md5:79144dba869d002d6534f8a77dad0ace" + ofGreet,
                "  file " + greet + "/greet-1.0-1.rockspec type=file digest=md5:777da1892b6a618ed6b905d96620d3a3"
                        + ofGreet,
                "  file /opt/rocks/share/lua/5.1/greet/words.lua type=file"
                        + " digest=md5:c32fb0786882dbd9b88d458e2d5e854b" + ofGreet,
                "  file /opt/rocks/share/lua/5.1/greet.lua type=file digest=md5:da2901c63ddc7d0b8e779dc73e95b313"
                        + ofGreet,
                "  file /opt/rocks/share/lua/5.1/words.lua type=file digest=md5:c32fb0786882dbd9b88d458e2d5e854b"
                        + ofGreet,
                "pkg:luarocks/greetbase@0.5-2",
                "  kind application",
                "  license MIT",
                "  found-at " + base + "/rock_manifest",
                "  extra lua.source file://greetbase-0.5.tar.gz",
                "  extra lua.version 5.1",
                "  file " + base + "/rock_manifest rule=lua.rock-manifest.unhashed" + note,
                "  file " + base + "/greetbase-0.5-2.rockspec type=file digest=md5:d07080352f6b2131a208086e3360dc11"
                        + ofBase,
                "  file /opt/rocks/share/lua/5.1/greetbase.lua type=file digest=md5:f0849714d8b0e64ca9586a3a5612e718"
                        + ofBase,
                "");
    }
}
