package dev.jonah.appdb.ruby.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GemVersionTest {
    private static final List<String> PARTS = List.of("0", "1", "2", "10", "a", "b", "rc", "pre", "00", "1a");

    @ParameterizedTest
    @CsvSource({
        "1.0, 1, 0",
        "1.0.a, 1, -1",
        "1.0.a.2, 1.0.b1, -1",
        "1.10, 1.9, 1",
        "1.0.0, 1.0.0.0, 0",
        "2.0-1, 2.0.pre.1, 0",
        "1.0.rc1, 1.0.rc2, -1",
        "1.8.2.a10, 1.8.2.a9, 1",
        "'  1.0 ', 1.0, 0"
    })
    void versionsAreOrderedAsRubyGemsOrdersThem(String left, String right, int order) {
        assertThat(Integer.signum(version(left).compareTo(version(right)))).isEqualTo(order);
        assertThat(version(left).equals(version(right))).isEqualTo(order == 0);
        assertThat(order != 0 || version(left).hashCode() == version(right).hashCode())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1..2", "1.", ".1", "1 2", "1_2", "1+2", "~1"})
    void otherTextsAreNoVersions(String text) {
        assertThat(GemVersion.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "~> 2.2, 2.9, true",
        "~> 2.2, 3.0, false",
        "~> 2.2.1, 2.3, false",
        "~> 2, 2.9, true",
        "~> 2.0.a, 2.0, true",
        "~> 2.2, 3.0.a, false",
        "= 1.0, 1, true",
        "1.0, 1.1, false",
        "!= 1, 2, true",
        ">= 1, 1.a, false",
        "< 2, 2.a, true",
        "<= 2, 2.0, true",
        "> 2, 2.0.1, true",
        ">= x, 2, false"
    })
    void requirementsAreMetAsRubyGemsMeetsThem(String requirement, String version, boolean met) {
        assertThat(GemRequirement.areMet(List.of(requirement), version(version)))
                .isEqualTo(met);
    }

    @Test
    void rubyAgreesOnManyVersionsAndRequirements() throws IOException {
        RealTool ruby = RealTool.named("ruby");
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String operator = List.of("=", "!=", ">", "<", ">=", "<=", "~>").get(i % 7);
            lines.add(random(random) + " " + operator + " " + random(random));
        }
        StringBuilder mine = new StringBuilder();
        for (String line : lines) {
            String[] words = line.split(" ");
            GemVersion left = version(words[0]);
            GemRequirement requirement = Objects.requireNonNull(GemRequirement.parse(words[1] + " " + words[2]));
            mine.append(Integer.signum(left.compareTo(version(words[2]))))
                    .append(' ')
                    .append(requirement.isMet(left))
                    .append(' ')
                    .append(left.isPrerelease())
                    .append('\n');
        }
        String program = "ARGV[0].split(';').each { |l| a, o, b = l.split(' '); v = Gem::Version.new(a); puts \"#{v"
                + " <=> Gem::Version.new(b)} #{Gem::Requirement.new(o + ' ' + b).satisfied_by?(v)} #{v.prerelease? ? true"
                + " : false}\" }";
        assertThat(mine.toString())
                .isEqualTo(ruby.run("-e", program, String.join(";", lines)).succeeded());
    }

    private static String random(Random random) {
        StringBuilder out = new StringBuilder().append(random.nextInt(3));
        for (int i = random.nextInt(5); i > 0; i--) {
            out.append(random.nextInt(9) == 0 ? "-" : ".").append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return out.toString();
    }

    private static GemVersion version(String text) {
        return Objects.requireNonNull(GemVersion.parse(text));
    }
}
