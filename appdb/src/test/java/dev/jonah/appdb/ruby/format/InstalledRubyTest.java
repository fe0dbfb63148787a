package dev.jonah.appdb.ruby.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares with what RubyGems makes of every specification of the installed Ruby. */
class InstalledRubyTest {
    private static final String PROGRAM = """
        Gem.path.flat_map { |p| Dir["#{p}/specifications/{,default/}*.gemspec"] }.sort.uniq.each do |path|
          s = Gem::Specification.load(path) or next
          dependencies = s.dependencies.map { |d| [d.name, d.type == :development, d.requirements_list.join(', ')].join(' ') }
          puts [path, s.name, s.version, s.original_platform, s.raw_require_paths.join(':'), s.authors.compact.join(':'),
            s.homepage, s.licenses.join(':'), s.summary.to_s.strip, s.executables.join(':'), s.extensions.join(':'), s.files.sort.uniq.join(':'),
            dependencies.join(':')].join('|')
        end
        """;

    @Test
    void everySpecificationSaysWhatRubyGemsReadsInIt() throws IOException {
        List<String> lines = RealTool.named("ruby")
                .run("-Ku", "-Eutf-8", "-e", PROGRAM)
                .succeeded()
                .lines()
                .toList();
        assertThat(lines).hasSizeGreaterThan(50);
        for (String line : lines) {
            assertThat(text(Path.of(line.substring(0, line.indexOf('|'))))).isEqualTo(line);
        }
    }

    private static String text(Path path) throws IOException {
        GemSpecification found = GemSpecificationReader.read(Files.newInputStream(path), Limits.defaults());
        assertThat(found.foreignLine())
                .as("line that RubyGems does not write in %s", path)
                .isZero();
        String dependencies = found.dependencies().stream()
                .map(d -> d.name() + " " + d.development() + " " + String.join(", ", d.requirements()))
                .collect(Collectors.joining(":"));
        List<String> programs = found.executables().stream()
                .map(name -> (found.bindir() == null ? "bin" : found.bindir()) + "/" + name)
                .toList();
        List<String> files = Stream.of(
                        found.files().stream().map(Object::toString),
                        found.extensions().stream().map(Object::toString),
                        programs.stream())
                .flatMap(each -> each)
                .sorted()
                .distinct()
                .toList();
        return String.join(
                "|",
                path.toString(),
                found.name(),
                found.version(),
                found.platform(),
                joined(found.requirePaths() == null ? List.of("lib") : found.requirePaths()),
                joined(found.authors()),
                found.homepage() == null ? "" : found.homepage(),
                joined(found.licenses()),
                found.summary() == null ? "" : found.summary(),
                joined(found.executables()),
                joined(found.extensions()),
                String.join(":", files),
                dependencies);
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(":"));
    }
}
