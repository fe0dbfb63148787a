package dev.jonah.appdb.perl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleVersionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "our $VERSION = '1.02'; | 1.02",
                "our $VERSION = 1.10; # comment | 1.10",
                "$Greet::Kind::VERSION = \"2.3_01\"; | 2.3_01",
                "*VERSION = 0; | 0",
                "package Greet::Kind 1.5; | 1.5",
                "package Greet::Kind v1.5.2 { | v1.5.2",
                "use version; our $VERSION = version->declare('v1.2.3'); | v1.2.3",
                "our $VERSION = qv(\"v0.9\"); | v0.9",
                "use vars qw($VERSION); $VERSION = '3.1'; | 3.1",
                "our $VERSION = sprintf '%d.%02d', q$Revision: 1.3 $ =~ /: (\\d+)/; | ",
                "our $VERSION = $Other::VERSION; | ",
                "if ($VERSION == 5) { } | ",
                "# our $VERSION = '6'; | ",
                "__END__~our $VERSION = '6'; | ",
                "=head1 NAME~~our $VERSION = '6';~~=cut~our $VERSION = '7'; | 7"
            })
    void theVersionIsWhatTheSourceStates(String source, String version) throws IOException {
        byte[] bytes = source.replace('~', '\n').getBytes(StandardCharsets.UTF_8);
        assertThat(ModuleVersion.read(new ByteArrayInputStream(bytes), Limits.defaults()))
                .isEqualTo(version);
    }
}
