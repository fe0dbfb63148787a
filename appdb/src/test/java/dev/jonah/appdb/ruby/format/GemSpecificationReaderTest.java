package dev.jonah.appdb.ruby.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GemSpecificationReaderTest {
    @Test
    void everyFieldIsRead() throws IOException {
        GemSpecification found = read("""
            # -*- encoding: utf-8 -*-
            # stub: greet-er 1.2.0.pre.1 ruby lib\0ext
            # stub: ext/greet/extconf.rb

            Gem::Specification.new do |s|
              s.name = "greet-er".freeze
              s.version = "1.2.0.pre.1"

              s.required_rubygems_version = Gem::Requirement.new("> 1.3.1".freeze) if s.respond_to? :required_rubygems_version=
              s.metadata = { "a" => "1", "b" => "x => y" } if s.respond_to? :metadata=
              s.require_paths = ["lib".freeze, "ext".freeze]
              s.authors = ["Ann \\u00D6".freeze, nil]
              s.bindir = "exe".freeze
              s.cert_chain = []
              s.date = "2026-11-24"
              s.description = "Long\\ntext \\e \\x41 \\u{1F600}".freeze
              s.email = [nil, "a@x.example".freeze]
              s.executables = ["greet".freeze]
              s.extensions = ["ext/greet/extconf.rb".freeze]
              s.files = ["README.md".freeze, "exe/greet".freeze]
              s.homepage = "https://greet.example".freeze
              s.licenses = ["MIT".freeze, "Ruby".freeze]
              s.required_ruby_version = Gem::Requirement.new([">= 2.0".freeze, "< 4".freeze])
              s.rubygems_version = "3.3.15".freeze
              s.summary = "Says \\"hello\\" to \\#{name} and \\\\ back".freeze

              s.installed_by_version = "3.3.15" if s.respond_to? :installed_by_version

              if s.respond_to? :specification_version then
                s.specification_version = 4
              end

              if s.respond_to? :add_runtime_dependency then
                s.add_runtime_dependency(%q<plain>.freeze, ["~> 1.0", ">= 1.0.2"])
                s.add_development_dependency(%q<rake>.freeze, [">= 0"])
              else
                s.add_dependency(%q<plain>.freeze, ["~> 1.0", ">= 1.0.2"])
                s.add_dependency(%q<rake>.freeze, [">= 0"])
              end
            end
            """);
        assertThat(found.foreignLine()).isZero();
        assertThat(found.name()).isEqualTo("greet-er");
        assertThat(found.version()).isEqualTo("1.2.0.pre.1");
        assertThat(found.platform()).isEqualTo("ruby");
        assertThat(found.requirePaths()).containsExactly(RawText.of("lib"), RawText.of("ext"));
        assertThat(found.metadata()).isEqualTo(Map.of("a", "1", "b", "x => y"));
        assertThat(found.authors()).containsExactly("Ann Ö");
        assertThat(found.bindir()).isEqualTo(RawText.of("exe"));
        assertThat(found.description()).isEqualTo("Long\ntext \u001b A \uD83D\uDE00");
        assertThat(found.executables()).containsExactly(RawText.of("greet"));
        assertThat(found.extensions()).containsExactly(RawText.of("ext/greet/extconf.rb"));
        assertThat(found.files()).containsExactly(RawText.of("README.md"), RawText.of("exe/greet"));
        assertThat(found.homepage()).isEqualTo("https://greet.example");
        assertThat(found.licenses()).containsExactly("MIT", "Ruby");
        assertThat(found.summary()).isEqualTo("Says \"hello\" to #{name} and \\ back");
        assertThat(found.installedBy()).isEqualTo("3.3.15");
        assertThat(found.dependencies())
                .containsExactly(
                        new GemDependency("plain", false, List.of("~> 1.0", ">= 1.0.2")),
                        new GemDependency("rake", true, List.of(">= 0")));
        assertThat(found.dependencies().get(0)).hasToString("plain (~> 1.0, >= 1.0.2)");
    }

    @Test
    void theFormOfTheFirstYearsIsRead() throws IOException {
        GemSpecification found = read("""
            # -*- encoding: utf-8 -*-

            Gem::Specification.new do |s|
              s.name = %q{old}
              s.version = "0.8.7"
              s.platform = %q{java}

              s.required_rubygems_version = Gem::Requirement.new(">= 0") if s.respond_to? :required_rubygems_version=
              s.authors = ["Jim"]
              s.date = %q{2009-05-14}
              s.default_executable = %q{old}
              s.description = %q{Text with {braces},
            two lines}
              s.has_rdoc = true
              s.rdoc_options = ["--line-numbers", "--main"]

              if s.respond_to? :specification_version then
                current_version = Gem::Specification::CURRENT_SPECIFICATION_VERSION
                s.specification_version = 2

                if Gem::Version.new(Gem::VERSION) >= Gem::Version.new('1.2.0') then
                  s.add_runtime_dependency(%q<x>, [">= 0"])
                else
                  s.add_dependency(%q<x>, [">= 0"])
                end
              else
                s.add_dependency(%q<x>, [">= 0"])
              end
            end
            """);
        assertThat(found.isGenerated()).isTrue();
        assertThat(found.platform()).isEqualTo("java");
        assertThat(found.description()).isEqualTo("Text with {braces},\ntwo lines");
        assertThat(found.dependencies()).hasSize(1);
        assertThat(found.requirePaths()).isNull();
    }

    @Test
    void theFormOfRecentYearsIsRead() throws IOException {
        GemSpecification found = read("""
            Gem::Specification.new do |s|
              s.name = "new".freeze
              s.version = "1.0.0".freeze
              s.platform = Gem::Platform.new(["x86_64", "linux", "musl"])

              s.specification_version = 4

              s.add_runtime_dependency(%q<psych>.freeze, [">= 4.0.0".freeze])
              s.add_dependency(%q<any>.freeze)
            end
            """);
        assertThat(found.isGenerated()).isTrue();
        assertThat(found.platform()).isEqualTo("x86_64-linux-musl");
        assertThat(found.dependencies())
                .containsExactly(
                        new GemDependency("psych", false, List.of(">= 4.0.0")),
                        new GemDependency("any", false, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system('id')",
                "s.name = `id`",
                "s.name = \"#{`id`}\"",
                "s.files = Dir['x']",
                "s.name = \"a\" + x",
                "s.version = X::VERSION",
                "s.name = \"a\"; system('id')",
                "s.name = \"a\" if system('id')",
                "s.name = Gem::Version.new(system('id'))",
                "s.send(:eval, ['id'])",
                "if system('id')",
                "s.name = %q<a> unless x",
                "s.name = \"unterminated",
                "require 'x'",
                "s.name = %x{id}"
            })
    void codeThatRubyGemsDoesNotWriteIsTold(String line) throws IOException {
        GemSpecification found =
                read("Gem::Specification.new do |s|\n  s.version = \"1\"\n  " + line + "\n  s.homepage = \"h\"\nend\n");
        assertThat(found.foreignLine()).isEqualTo(3);
        assertThat(found.version()).isEqualTo("1");
    }

    @Test
    void codeBeforeAndBehindTheSpecificationIsTold() throws IOException {
        assertThat(read("evil\nGem::Specification.new do |s|\nend\n").foreignLine())
                .isEqualTo(1);
        assertThat(read("Gem::Specification.new do |s|\nend\nevil\n").foreignLine())
                .isEqualTo(3);
        assertThat(read("Gem::Specification.new do |s|\n").isGenerated()).isFalse();
    }

    @Test
    void theStubTellsWhatCodeHides() throws IOException {
        GemSpecification found = read("# stub: a 1.0 java lib\n\nmodule X; end\n");
        assertThat(found.name() + " " + found.version() + " " + found.platform())
                .isEqualTo("a 1.0 java");
    }

    @Test
    void namesOfFilesKeepTheirBytes() throws IOException {
        byte[] text = "Gem::Specification.new do |s|\n  s.files = [\"\\xFF\u00fe\"]\nend\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        GemSpecification found = GemSpecificationReader.read(new ByteArrayInputStream(text), Limits.defaults());
        assertThat(found.files()).containsExactly(RawText.ofLatin1("\u00ff\u00fe"));
    }

    @Test
    void deepNestingIsNotFollowed() throws IOException {
        assertThat(read("Gem::Specification.new do |s|\n  s.files = " + "[".repeat(100_000) + "\nend\n")
                        .foreignLine())
                .isEqualTo(2);
    }

    @Test
    void moreBytesThanAllowedAreRefused() {
        Limits limits = Limits.builder().set(Limits.Name.PARSER_BYTES, 4).build();
        assertThatThrownBy(() -> GemSpecificationReader.read(new ByteArrayInputStream(new byte[5]), limits))
                .isInstanceOf(LimitExceededException.class);
    }

    private static GemSpecification read(String text) throws IOException {
        return GemSpecificationReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
    }
}
