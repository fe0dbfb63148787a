package dev.jonah.declared.ruby;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class BundlerLockContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new BundlerLock();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/Gemfile.lock", """
                        GIT
                          remote: https://github.com/o/tool.git
                          revision: c0ffee
                          branch: main
                          specs:
                            tool (0.1.0)
                              rack (>= 2)

                        PATH
                          remote: .
                          specs:
                            app (1.0)

                        GEM
                          remote: https://rubygems.org/
                          specs:
                            nokogiri (1.15.4-x86_64-linux)
                              racc (~> 1.4)
                            racc (1.10)

                        PLATFORMS
                          x86_64-linux

                        DEPENDENCIES
                          app!
                          nokogiri

                        CHECKSUMS
                          nokogiri (1.15.4-x86_64-linux) sha256=aaaa
                          racc (1.10)

                        BUNDLED WITH
                           2.5.3
                        """)
                .file("/usr/local/bundle/ruby/3.2.0/gems/x-1/Gemfile.lock", """
                        GEM
                          specs:
                            phantom (1.0)
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:gem/tool@0.1.0
                  kind declared
                  dependency rack (>= 2)
                  found-at /app/Gemfile.lock
                  extra declared.commit c0ffee
                  extra declared.resolved https://github.com/o/tool.git
                  extra declared.source git
                pkg:gem/app@1.0
                  kind declared
                  found-at /app/Gemfile.lock
                  extra declared.resolved .
                  extra declared.source path
                pkg:gem/nokogiri@1.15.4?platform=x86_64-linux
                  kind declared
                  dependency racc (~> 1.4)
                  found-at /app/Gemfile.lock
                  extra declared.integrity sha256:aaaa
                  extra declared.resolved https://rubygems.org/
                pkg:gem/racc@1.10
                  kind declared
                  found-at /app/Gemfile.lock
                  extra declared.resolved https://rubygems.org/
                """;
    }
}
