package dev.jonah.appdb.python.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("python_version", "3.9", "sys_platform", "linux", "extra", "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            python_version >= "3.8"                                   | true
            python_version < '3.10'                                   | true
            python_version=="3.9"                                     | true
            python_version == "3.*"                                   | true
            python_version != "3.*"                                   | false
            python_version ~= "3.7"                                   | true
            python_version ~= "2.7"                                   | false
            "3.8" <= python_version                                   | true
            python_version in "3.8, 3.9"                              | true
            python_version not in "3.8, 3.9"                          | false
            sys_platform == "win32"                                   | false
            sys_platform != "win32" and extra == "x"                  | false
            extra == 'a' or (extra != 'b' and sys_platform=='linux')  | true
            platform_machine == "x86_64"                              | null
            platform_machine == "x86_64" and extra == "x"             | false
            platform_machine == "x86_64" or python_version > "3"      | true
            python_version >= "3.8" and                               | null
            (python_version >= "3.8"                                  | null
            python_version >= "3.8rc1"                                | null
            python_version ? "3.8"                                    | null
            'a' < 'b'                                                 | null
            `` | true
            """)
    void holdsWhereItIsKnownTo(String marker, String expected) {
        assertThat(String.valueOf(Marker.holds(marker == null ? "" : marker, ENVIRONMENT)))
                .isEqualTo(expected);
    }

    @Test
    void nestingWithoutEndIsUnknown() {
        assertThat(Marker.holds("(".repeat(100_000), ENVIRONMENT)).isNull();
        assertThat(Marker.holds("(".repeat(200) + "extra == ''" + ")".repeat(200), ENVIRONMENT))
                .isNull();
    }

    @Test
    void aChainWithoutEndIsUnknown() {
        assertThat(Marker.holds("extra == '' and ".repeat(100_000) + "extra == ''", ENVIRONMENT))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            requests[socks] (>=2) ; extra == 'x'        | requests | extra == 'x'
            Zope.Interface>=1                           | Zope.Interface | ``
            pkg @ https://e.org/a;b.whl ; os_name=='nt' | pkg      | os_name=='nt'
            pkg@https://e.org/a;b.whl                   | pkg      | ``
            """)
    void aRequirementHasANameAndAMarker(String field, String name, String marker) {
        assertThat(Requirement.parse(field)).isEqualTo(new Requirement(name, marker));
    }

    @Test
    void aFieldThatBeginsWithNoNameIsNone() {
        assertThat(Requirement.parse("(x)")).isNull();
        assertThat(Requirement.parse("")).isNull();
    }

    @Test
    void allSpellingsOfANameAreOne() {
        assertThat(Requirement.normalise("Zope._-Interface")).isEqualTo("zope-interface");
    }
}
