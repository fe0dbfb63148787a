package dev.jonah.appdb.ruby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RubyGemParserTest {
    @Test
    void filesOfAGemWhoseArchiveWasKeptHaveChecksums() throws IOException {
        SoftwarePackage gem = greeter(RealHome.tree());
        assertThat(gem.files())
                .filteredOn(file -> file.path().toString().equals(RealHome.GREETER + "/lib/greet.rb"))
                .extracting(PackageFile::digest)
                .containsExactly(
                        Digest.compute(Digest.Algorithm.SHA256, "require \"greet/version\"\n".getBytes("UTF-8")));
    }

    @Test
    void aFileThatTheArchiveHasNotIsNotClaimed() throws IOException {
        SoftwarePackage gem = greeter(RealHome.tree().file(RealHome.GREETER + "/lib/evil.rb", "system 'x'"));
        assertThat(RealHome.claims(gem)).noneMatch(claim -> claim.endsWith("evil.rb"));
    }

    @Test
    void aFileThatIsGoneStaysPromised() throws IOException {
        SoftwarePackage gem = greeter(RealHome.tree().without(RealHome.GREETER + "/README.md"));
        assertThat(RealHome.claims(gem)).contains("gem.archive-content " + RealHome.GREETER + "/README.md");
    }

    @Test
    void withoutTheArchiveAllInTheDirectoryIsOwnedAndNothingHasAChecksum() throws IOException {
        SoftwarePackage gem = greeter(
                RealHome.tree().without(RealHome.ARCHIVE).file(RealHome.GREETER + "/lib/evil.rb", "system 'x'"));
        assertThat(RealHome.claims(gem))
                .contains("gem.directory " + RealHome.GREETER + "/lib/evil.rb")
                .noneMatch(claim -> claim.contains("README.md.bak"));
        assertThat(gem.files()).allMatch(file -> file.digest() == null && file.size() == null);
        assertThat(gem.files())
                .filteredOn(file -> file.rule().equals("gem.directory"))
                .allMatch(file -> String.valueOf(file.note()).startsWith("by directory:"));
    }

    @Test
    void anArchiveOfAnotherGemIsComparedWithNothing() throws IOException {
        byte[] archive = RealHome.bytes("/cache/greet-er-1.2.0.pre.1.gem");
        FakeTree tree = RealHome.tree()
                .file(RealHome.HOME + "/cache/plain-1.0.2.gem", archive)
                .build();
        PackagesScan scan = Scans.packages(tree);
        List<SoftwarePackage> found = scan.parse(new RubyGemParser());
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("gem.archive.other");
        assertThat(RealHome.claims(named(found, "plain")))
                .contains("gem.directory " + RealHome.HOME + "/gems/plain-1.0.2/lib/plain.rb");
    }

    @Test
    void anArchiveThatDiffersFromItsChecksumsIsReportedAndComparedWithNothing() throws IOException {
        byte[] archive = RealHome.bytes("/cache/greet-er-1.2.0.pre.1.gem");
        // The data of the second part: 512 for its header, after 512 + 1024 of the first.
        archive[512 + 1024 + 512 + 40] ^= 1;
        PackagesScan scan =
                Scans.packages(RealHome.tree().file(RealHome.ARCHIVE, archive).build());
        SoftwarePackage gem = named(scan.parse(new RubyGemParser()), "greet-er");
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("gem.archive.damaged");
        assertThat(gem.files()).allMatch(file -> file.digest() == null);
    }

    @Test
    void dependenciesLeadToTheGemOfTheSameHomeThatMeetsThem() throws IOException {
        FakeTreeBuilder tree = RealHome.tree();
        for (String version : List.of("1.0.1", "1.0.10", "1.1.0.pre", "2.0.0")) {
            tree.file(RealHome.HOME + "/specifications/plain-" + version + ".gemspec", generated("plain", version));
        }
        assertThat(greeter(tree).resolved())
                .extracting(each -> each.foundAt().fileName())
                .containsExactly("plain-1.0.10.gemspec");
    }

    @Test
    void aSpecificationWithCodeIsReportedAndNotClaimed() throws IOException {
        String spec = generated("evil", "1.0").replace("end\n", "  system('id')\nend\n");
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/gems/specifications/evil-1.0.gemspec", spec)
                .file("/gems/gems/evil-1.0/lib/evil.rb", "")
                .build());
        SoftwarePackage gem = scan.parse(new RubyGemParser()).get(0);
        assertThat(RealHome.claims(gem)).containsExactly("gem.directory /gems/gems/evil-1.0/lib/evil.rb");
        assertThat(scan.diagnostics().all())
                .extracting(d -> d.code() + ": " + d.message())
                .containsExactly(
                        "gem.specification.code: line 7 of /gems/specifications/evil-1.0.gemspec is not as RubyGems"
                                + " writes it; whatever it is runs when a program looks for gems");
    }

    @Test
    void theAuthorsOwnSpecificationInAGemIsNone() throws IOException {
        FakeTreeBuilder tree = RealHome.tree()
                .file(RealHome.GREETER + "/greet-er.gemspec", generated("greet-er", "9"))
                .file(RealHome.GREETER + "/test/specifications/fixture-1.gemspec", generated("fixture", "1"))
                .file("/src/x.gemspec", generated("x", "1"));
        assertThat(Scans.packages(tree.build()).parse(new RubyGemParser()))
                .extracting(p -> p.purl().toString())
                .containsExactly("pkg:gem/greet-er@1.2.0.pre.1", "pkg:gem/plain@1.0.2");
    }

    @Test
    void aPlatformIsPartOfThePackageUrlAndOfTheDirectory() throws IOException {
        SoftwarePackage gem = only(FakeTree.builder()
                .file("/h/specifications/n-1.0-x86_64-linux.gemspec", """
                    # stub: n 1.0 x86_64-linux lib

                    Gem::Specification.new do |s|
                      s.name = "n".freeze
                      s.version = "1.0"
                      s.platform = Gem::Platform.new(["x86_64", "linux", nil])
                    end
                    """)
                .file("/h/gems/n-1.0-x86_64-linux/lib/n.so", "")
                .file("/h/gems/n-1.0/lib/n.rb", ""));
        assertThat(gem.purl()).hasToString("pkg:gem/n@1.0?platform=x86_64-linux");
        assertThat(RealHome.claims(gem))
                .contains("gem.directory /h/gems/n-1.0-x86_64-linux/lib/n.so")
                .hasSize(2);
    }

    @Test
    void whatIsBuiltDocumentedAndConfiguredForAGemIsItsOwn() throws IOException {
        SoftwarePackage gem = greeter(RealHome.tree()
                .file(RealHome.HOME + "/extensions/x86_64-linux/3.1.0/greet-er-1.2.0.pre.1/greet/greet.so", "elf")
                .file(RealHome.HOME + "/extensions/x86_64-linux/3.1.0/other-1/x.so", "elf")
                .file(RealHome.HOME + "/doc/greet-er-1.2.0.pre.1/ri/cache.ri", "")
                .file(RealHome.HOME + "/build_info/greet-er-1.2.0.pre.1.info", "--with-x")
                .file(
                        RealHome.HOME + "/plugins/greet-er_plugin.rb",
                        "require_relative '../gems/greet-er-1.2.0.pre.1/lib/rubygems_plugin.rb'\n"));
        assertThat(RealHome.claims(gem))
                .contains(
                        "gem.extensions " + RealHome.HOME
                                + "/extensions/x86_64-linux/3.1.0/greet-er-1.2.0.pre.1/greet/greet.so",
                        "gem.documentation " + RealHome.HOME + "/doc/greet-er-1.2.0.pre.1/ri/cache.ri",
                        "gem.build-info " + RealHome.HOME + "/build_info/greet-er-1.2.0.pre.1.info",
                        "gem.plugin " + RealHome.HOME + "/plugins/greet-er_plugin.rb")
                .noneMatch(claim -> claim.contains("other-1"));
    }

    @Test
    void aPluginThatDoesMoreThanLoadAFileOfItsGemIsNotClaimed() throws IOException {
        SoftwarePackage gem = greeter(RealHome.tree()
                .file(
                        RealHome.HOME + "/plugins/greet-er_plugin.rb",
                        "require_relative '../gems/greet-er-1.2.0.pre.1/lib/rubygems_plugin.rb'\nsystem 'x'\n"));
        assertThat(RealHome.claims(gem)).noneMatch(claim -> claim.contains("_plugin"));
    }

    @Test
    void whereNativeCodeWasBuiltBesideTheSourcesItIsClaimedThough() throws IOException {
        String spec = generated("c", "1").replace("end\n", "  s.extensions = [\"ext/c/extconf.rb\".freeze]\nend\n");
        SoftwarePackage gem = only(FakeTree.builder()
                .file("/h/specifications/c-1.gemspec", spec)
                .file("/h/cache/c-1.gem", Gems.of("c", "1", "ext/c/extconf.rb", "lib/c.rb"))
                .file("/h/gems/c-1/ext/c/extconf.rb", "x")
                .file("/h/gems/c-1/ext/c/Makefile", "made")
                .file("/h/gems/c-1/lib/c.rb", "x")
                .file("/h/gems/c-1/lib/planted.rb", "x")
                .file("/h/extensions/x86_64-linux/3.1.0/c-1/gem.build_complete", ""));
        assertThat(RealHome.claims(gem))
                .containsExactly(
                        "gem.specification /h/specifications/c-1.gemspec",
                        "gem.cache /h/cache/c-1.gem",
                        "gem.archive-content /h/gems/c-1/ext/c/extconf.rb",
                        "gem.archive-content /h/gems/c-1/lib/c.rb",
                        "gem.extension-build /h/gems/c-1/ext/c/Makefile",
                        "gem.extensions /h/extensions/x86_64-linux/3.1.0/c-1/gem.build_complete");
    }

    @Test
    void anArchiveWhoseFilesLeadOutOfTheGemClaimsThemNot() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/h/specifications/c-1.gemspec", generated("c", "1"))
                .file("/h/cache/c-1.gem", Gems.of("c", "1", "../../../etc/passwd", "/etc/shadow", "lib/c.rb"))
                .build());
        assertThat(RealHome.claims(scan.parse(new RubyGemParser()).get(0)))
                .containsExactly(
                        "gem.specification /h/specifications/c-1.gemspec",
                        "gem.cache /h/cache/c-1.gem",
                        "gem.archive-content /h/gems/c-1/lib/c.rb");
        assertThat(scan.diagnostics().all())
                .extracting(Diagnostic::code)
                .containsExactly("gem.archive.outside", "gem.archive.outside");
    }

    @Test
    void aGemThatCameWithRubyOwnsTheListedFilesOfTheLibrary() throws IOException {
        String spec = generated("json", "2.6.1")
                .replace(
                        "end\n",
                        "  s.bindir = \"exe\"\n"
                                + "  s.executables = [\"j\"]\n"
                                + "  s.files = [\"json.rb\", \"lib/json/ext.rb\", \"json/ext/parser.so\", \"README.md\","
                                + " \"/etc/passwd\", \"../../../../etc/shadow\"]\n"
                                + "end\n");
        SoftwarePackage gem = only(FakeTree.builder()
                .file("/usr/lib/ruby/gems/3.1.0/specifications/default/json-2.6.1.gemspec", spec)
                .file("/usr/lib/ruby/gems/3.1.0/gems/json-2.6.1/exe/j", "")
                .file("/usr/lib/ruby/gems/3.1.0/gems/json-2.6.1/exe/unlisted", "")
                .file("/usr/lib/ruby/3.1.0/json.rb", "")
                .file("/usr/lib/ruby/3.1.0/json/ext.rb", "")
                .file("/usr/lib/ruby/3.1.0/json/unlisted.rb", "")
                .file("/usr/lib/ruby/3.1.0/x86_64-linux/rbconfig.rb", "")
                .file("/usr/lib/ruby/3.1.0/x86_64-linux/json/ext/parser.so", "")
                .file("/usr/lib/x86_64-linux-gnu/ruby/3.1.0/json/ext/parser.so", "")
                .file("/etc/passwd", "")
                .file("/etc/shadow", ""));
        assertThat(gem.extra()).containsEntry("gem.default", "true");
        assertThat(RealHome.claims(gem))
                .containsExactly(
                        "gem.specification /usr/lib/ruby/gems/3.1.0/specifications/default/json-2.6.1.gemspec",
                        "gem.default-files /usr/lib/ruby/3.1.0/json.rb",
                        "gem.default-files /usr/lib/ruby/3.1.0/json/ext.rb",
                        "gem.default-files /usr/lib/ruby/3.1.0/x86_64-linux/json/ext/parser.so",
                        "gem.default-files /usr/lib/x86_64-linux-gnu/ruby/3.1.0/json/ext/parser.so",
                        "gem.default-files /usr/lib/ruby/gems/3.1.0/gems/json-2.6.1/exe/j");
    }

    @Test
    void aCheckoutOfBundlerIsAGemAndOthersInItAreTheirOwn() throws IOException {
        String top = "/b/bundler/gems/rails-0123456789ab";
        List<SoftwarePackage> found = Scans.packages(FakeTree.builder()
                        .file(top + "/rails.gemspec", generated("rails", "7.1"))
                        .file(top + "/README.md", "")
                        .file(top + "/record/record.gemspec", generated("record", "7.1"))
                        .file(top + "/record/lib/record.rb", "")
                        .file("/b/bundler/gems/not-a-checkout/x.gemspec", generated("x", "1"))
                        .build())
                .parse(new RubyGemParser());
        assertThat(found)
                .extracting(gem -> gem.purl() + " " + gem.extra())
                .containsExactly(
                        "pkg:gem/rails@7.1 {gem.revision=0123456789ab}",
                        "pkg:gem/record@7.1 {gem.revision=0123456789ab}");
        assertThat(RealHome.claims(named(found, "rails")))
                .containsExactly("gem.specification " + top + "/rails.gemspec", "gem.checkout " + top + "/README.md");
        assertThat(RealHome.claims(named(found, "record"))).hasSize(2);
    }

    @Test
    void whatBundlerKeepsOfARepositoryBelongsToTheGemThatItChecksOut() throws IOException {
        String copies = "/b/cache/bundler/git/";
        SoftwarePackage gem = only(FakeTree.builder()
                .file("/b/bundler/gems/x-y-0123456789ab/x-y.gemspec", generated("x-y", "1"))
                .file(copies + "x-y-" + "a".repeat(40) + "/HEAD", "")
                .file(copies + "x-" + "a".repeat(40) + "/HEAD", ""));
        assertThat(RealHome.claims(gem))
                .containsExactly(
                        "gem.specification /b/bundler/gems/x-y-0123456789ab/x-y.gemspec",
                        "gem.checkout " + copies + "x-y-" + "a".repeat(40) + "/HEAD");
    }

    @Test
    void aCheckoutWhoseSpecificationComputesItsVersionIsAGemWithoutOne() throws IOException {
        SoftwarePackage gem = only(FakeTree.builder()
                .file(
                        "/b/bundler/gems/x-0123456789ab/x.gemspec",
                        "require 'x/version'\nGem::Specification.new do |s|\n  s.version = X::VERSION\nend\n"));
        assertThat(gem.purl()).hasToString("pkg:gem/x");
    }

    @Test
    void aDirectoryOfAGemThatIsALinkIsClaimedAndWhatItLeadsToIsNot() throws IOException {
        SoftwarePackage gem = only(FakeTree.builder()
                .file("/h/specifications/c-1.gemspec", generated("c", "1"))
                .symlink("/h/gems/c-1", "/usr/bin")
                .file("/usr/bin/x", ""));
        assertThat(RealHome.claims(gem))
                .containsExactly("gem.specification /h/specifications/c-1.gemspec", "gem.directory /h/gems/c-1");
    }

    @Test
    void anArchiveClaimsNothingThroughALinkThatLeadsOutOfTheGem() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/h/specifications/c-1.gemspec", generated("c", "1"))
                .file("/h/cache/c-1.gem", Gems.of("c", "1", "bin/evil"))
                .symlink("/h/gems/c-1/bin", "/usr/bin")
                .file("/usr/bin/evil", "x")
                .build());
        assertThat(RealHome.claims(scan.parse(new RubyGemParser()).get(0)))
                .containsExactly("gem.specification /h/specifications/c-1.gemspec", "gem.cache /h/cache/c-1.gem");
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("gem.archive.outside");
    }

    @Test
    void aSpecificationOfAnotherNameClaimsNothingOfTheGemThatItSaysItIsOf() throws IOException {
        SoftwarePackage gem = only(FakeTree.builder()
                .file("/h/specifications/other-1.gemspec", generated("c", "1"))
                .file("/h/gems/c-1/c.rb", "x"));
        assertThat(RealHome.claims(gem)).containsExactly("gem.specification /h/specifications/other-1.gemspec");
    }

    @Test
    void gemsThatShareADirectoryClaimItOnce() throws IOException {
        String top = "/b/bundler/gems/x-0123456789ab/";
        List<SoftwarePackage> found = Scans.packages(FakeTree.builder()
                        .file(top + "a.gemspec", generated("a", "1"))
                        .file(top + "b.gemspec", generated("b", "1"))
                        .file(top + "lib/x.rb", "")
                        .build())
                .parse(new RubyGemParser());
        assertThat(RealHome.claims(named(found, "a"))).contains("gem.checkout " + top + "lib/x.rb");
        assertThat(RealHome.claims(named(found, "b"))).containsExactly("gem.specification " + top + "b.gemspec");
    }

    @Test
    void aNameThatWouldLeadElsewhereIsNoName() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/h/specifications/x.gemspec", generated("../../usr", "1"))
                .build());
        assertThat(scan.parse(new RubyGemParser())).isEmpty();
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("gem.specification.nameless");
    }

    @Test
    void whatTheSpecificationSaysCountsBeforeItsFileName() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/h/specifications/a-1.gemspec", generated("b", "2"))
                .build());
        assertThat(scan.parse(new RubyGemParser()))
                .extracting(gem -> gem.purl().toString())
                .containsExactly("pkg:gem/b@2");
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("gem.specification.name");
    }

    @Test
    void aSpecificationThatLostItsBytesIsToldByItsName() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .fileWithoutBytes("/h/specifications/a-b-1.2-java.gemspec")
                .build());
        assertThat(scan.parse(new RubyGemParser()))
                .extracting(gem -> gem.purl().toString())
                .containsExactly("pkg:gem/a-b@1.2?platform=java");
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("gem.specification.lost");
    }

    /** A specification as RubyGems writes it. */
    static String generated(String name, String version) {
        return "# -*- encoding: utf-8 -*-\n# stub: " + name + " " + version + " ruby lib\n\n"
                + "Gem::Specification.new do |s|\n  s.name = \"" + name + "\".freeze\n  s.version = \"" + version
                + "\"\nend\n";
    }

    private static SoftwarePackage greeter(FakeTreeBuilder tree) throws IOException {
        return named(Scans.packages(tree.build()).parse(new RubyGemParser()), "greet-er");
    }

    private static SoftwarePackage only(FakeTreeBuilder tree) throws IOException {
        List<SoftwarePackage> found = Scans.packages(tree.build()).parse(new RubyGemParser());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static SoftwarePackage named(List<SoftwarePackage> found, String name) {
        return found.stream()
                .filter(gem -> gem.purl().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
