package dev.jonah.appdb.perl;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class PacklistParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new PacklistParser();
    }

    @Override
    protected FakeTree fixture() {
        return Fixture.of(PacklistParserContractTest.class, "greet", "/opt/greet")
                .file("/opt/greet/lib/perl5/Greet/Planted.pm", "planted")
                .build();
    }

    @Override
    protected String expected() {
        String libraries = "/opt/greet/lib/perl5/x86_64-linux-gnu-thread-multi";
        String base = libraries + "/auto/Greet/Base/.packlist";
        String kind = libraries + "/auto/Greet/Kind/.packlist";
        String baseMeta = libraries + "/.meta/Greet-Base-0.5";
        String kindMeta = libraries + "/.meta/Greet-Kind-1.02";
        return String.join(
                "\n",
                "pkg:cpan/Greet-Base@0.5",
                "  kind application",
                "  license mit",
                "  found-at " + baseMeta + "/install.json",
                "  found-at " + base,
                "  extra cpan.author AUTHOR",
                "  extra cpan.identity-from cpanm",
                "  extra cpan.module Greet::Base",
                "  extra cpan.pathname A/AU/AUTHOR/Greet-Base-0.5.tar.gz",
                "  file " + baseMeta + "/install.json rule=perl.meta",
                "  file " + baseMeta + "/MYMETA.json rule=perl.meta",
                "  file " + base + " rule=perl.packlist note=the list itself",
                "  file /opt/greet/lib/perl5/Greet/Base.pm rule=perl.packlist source=" + base,
                "pkg:cpan/Greet-Kind@1.02",
                "  kind application",
                "  license perl_5",
                "  description Greets kindly",
                "  homepage https://greet.example",
                "  maintainer A. Author <author@greet.example>",
                "  dependency Carp",
                "  dependency Greet::Base 0.5",
                "  dependency perl 5.008",
                "  found-at " + kindMeta + "/install.json",
                "  found-at " + kind,
                "  extra cpan.author AUTHOR",
                "  extra cpan.identity-from cpanm",
                "  extra cpan.module Greet::Kind",
                "  extra cpan.pathname A/AU/AUTHOR/Greet-Kind-1.02.tar.gz",
                "  extra cpan.repository https://git.example/greet.git",
                "  file " + kindMeta + "/install.json rule=perl.meta",
                "  file " + kindMeta + "/MYMETA.json rule=perl.meta",
                "  file " + kind + " rule=perl.packlist note=the list itself",
                "  file /opt/greet/bin/greet rule=perl.packlist source=" + kind,
                "  file /opt/greet/lib/perl5/Greet/Kind.pm rule=perl.packlist source=" + kind,
                "");
    }
}
