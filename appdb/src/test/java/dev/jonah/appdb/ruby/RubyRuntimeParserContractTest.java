package dev.jonah.appdb.ruby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.ManifestParserContract;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RubyRuntimeParserContractTest extends ManifestParserContract {
    private static final String SETTINGS = """
        module RbConfig
          CONFIG = {}
          CONFIG["MAJOR"] = "3"
          CONFIG["MINOR"] = "1"
          CONFIG["TEENY"] = "2"
          CONFIG["PATCHLEVEL"] = "20"
          CONFIG["arch"] = "x86_64-linux"
          CONFIG["bindir"] = "$(exec_prefix)/bin"
        end
        """;

    @Override
    protected ManifestParser plugin() {
        return new RubyRuntimeParser();
    }

    @Override
    protected FakeTree fixture() {
        return built("/usr/local").build();
    }

    private static FakeTreeBuilder built(String prefix) {
        String spec =
                RubyGemParserTest.generated("json", "2").replace("end\n", "  s.files = [\"json.rb\".freeze]\nend\n");
        return FakeTree.builder()
                .file(prefix + "/lib/ruby/3.1.0/x86_64-linux/rbconfig.rb", SETTINGS)
                .file(prefix + "/lib/ruby/3.1.0/x86_64-linux/zlib.so", "")
                .file(prefix + "/lib/ruby/3.1.0/set.rb", "")
                .file(prefix + "/lib/ruby/3.1.0/json.rb", "")
                .file(prefix + "/lib/ruby/gems/3.1.0/specifications/default/json-2.gemspec", spec)
                .file(prefix + "/lib/ruby/site_ruby/planted.rb", "")
                .file(prefix + "/lib/libruby.so.3.1.2", "")
                .symlink(prefix + "/lib/libruby.so", "libruby.so.3.1.2")
                .file(prefix + "/lib/libother.so", "")
                .file(prefix + "/include/ruby-3.1.0/ruby.h", "")
                .file(prefix + "/share/man/man1/erb.1", "")
                .file(prefix + "/bin/ruby", "")
                .file(prefix + "/bin/planted", "");
    }

    @Override
    protected String expected() {
        return """
            pkg:generic/ruby@3.1.2
              kind application
              found-at /usr/local/lib/ruby/3.1.0/x86_64-linux/rbconfig.rb
              extra ruby.patch-level 20
              extra ruby.platform x86_64-linux
              file /usr/local/bin/ruby{built}
              file /usr/local/lib/libruby.so{built}
              file /usr/local/lib/libruby.so.3.1.2{built}
              file /usr/local/share/man/man1/erb.1{built}
              file /usr/local/include/ruby-3.1.0/ruby.h{built}
              file /usr/local/lib/ruby/3.1.0/set.rb{built}
              file /usr/local/lib/ruby/3.1.0/x86_64-linux/rbconfig.rb{built}
              file /usr/local/lib/ruby/3.1.0/x86_64-linux/zlib.so{built}
            """.replace("{built}", " rule=ruby.build note=by directory: where a build of Ruby installs it");
    }

    @Test
    void aRubyOfTheDistributionIsPassedOver() throws IOException {
        assertThat(Scans.packages(built("/usr").build()).parse(plugin())).isEmpty();
        assertThat(Scans.packages(built("").build()).parse(plugin())).isEmpty();
    }

    @Test
    void withoutAVersionThereIsNoRuby() throws IOException {
        var scan = Scans.packages(FakeTree.builder()
                .file("/opt/r/lib/ruby/3.1.0/x/rbconfig.rb", "CONFIG[\"MAJOR\"] = \"3\"\n")
                .file("/opt/r/rbconfig.rb", SETTINGS)
                .build());
        assertThat(scan.parse(plugin())).isEmpty();
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("ruby.version");
    }
}
