package dev.jonah.appdb.ruby;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class RubyGemParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new RubyGemParser();
    }

    @Override
    protected FakeTree fixture() {
        return RealHome.tree()
                .file("/usr/local/bundle/specifications/default/abbrev-0.1.0.gemspec", """
                    # -*- encoding: utf-8 -*-
                    # stub: abbrev 0.1.0 ruby lib

                    Gem::Specification.new do |s|
                      s.name = "abbrev".freeze
                      s.version = "0.1.0"
                    end
                    """)
                .build();
    }

    @Override
    protected String expected() {
        String generated =
                " rule=gem.specification note=it has the form that RubyGems writes; nobody recorded what it should say";
        String archived =
                " rule=gem.archive-content source=/usr/local/bundle/cache/greet-er-1.2.0.pre.1.gem note=content of"
                        + " greet-er-1.2.0.pre.1.gem, which has the checksums that it states and lies in the image like"
                        + " all else";
        return """
            pkg:gem/abbrev@0.1.0
              kind application
              found-at /usr/local/bundle/specifications/default/abbrev-0.1.0.gemspec
              extra gem.default true
              file /usr/local/bundle/specifications/default/abbrev-0.1.0.gemspec{generated}
            pkg:gem/greet-er@1.2.0.pre.1
              kind application
              license MIT
              license Ruby
              description Says "hello" to #{name} and \\ back
              homepage https://greet.example
              maintainer Ann Ö, Bob
              dependency plain (~> 1.0, >= 1.0.2)
              dependency rake (>= 0) (development)
              found-at /usr/local/bundle/specifications/greet-er-1.2.0.pre.1.gemspec
              extra gem.executables greet
              extra gem.installed-by 3.3.15
              extra gem.source-code https://git.example/greet
              file /usr/local/bundle/specifications/greet-er-1.2.0.pre.1.gemspec{generated}
              file /usr/local/bundle/cache/greet-er-1.2.0.pre.1.gem rule=gem.cache note=the archive that RubyGems keeps of an installed gem
              file {gem}/README.md type=file size=8 digest=sha256:907ec313e4e1e3201c968e3f9437c33acc9168c3a1878138216fdc7f6787a8a3{archived}
              file {gem}/exe/greet type=file size=45 digest=sha256:cd3c42e1759bcec61b2bfd25e39de9dedfd6864795168c95618a3c486664be13{archived}
              file {gem}/lib/greet.rb type=file size=24 digest=sha256:6b049443f87f52a5a89809dfdef4be80c060fa40279f94515099e3e2aff7e9b4{archived}
              file {gem}/lib/greet/version.rb type=file size=43 digest=sha256:4ea5edfa6fb07fcb3f510f62e74ca24b888d00d21982e9d2ae5c65c85986209f{archived}
            pkg:gem/plain@1.0.2
              kind application
              description Plain
              maintainer Ann
              found-at /usr/local/bundle/specifications/plain-1.0.2.gemspec
              extra gem.installed-by 3.3.15
              file /usr/local/bundle/specifications/plain-1.0.2.gemspec{generated}
              file /usr/local/bundle/gems/plain-1.0.2/lib/plain.rb rule=gem.directory note=by directory: RubyGems keeps no list of the files of an installed gem
            """.replace("{generated}", generated)
                .replace("{archived}", archived)
                .replace("{gem}", RealHome.GREETER);
    }
}
