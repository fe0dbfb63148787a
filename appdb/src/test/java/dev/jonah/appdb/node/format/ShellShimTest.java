package dev.jonah.appdb.node.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts are those that pnpm 9 and 10 wrote. */
public class ShellShimTest {
    public static final String HEAD = """
            #!/bin/sh
            basedir=$(dirname "$(echo "$0" | sed -e 's,\\\\,/,g')")

            case `uname` in
                *CYGWIN*) basedir=`cygpath -w "$basedir"`;;
            esac

            """;

    private static final String NEWER_HEAD = """
            #!/bin/sh
            basedir=$(dirname "$(echo "$0" | sed -e 's,\\\\,/,g')")

            case `uname` in
                *CYGWIN*|*MINGW*|*MSYS*)
                    if command -v cygpath > /dev/null 2>&1; then
                        basedir=`cygpath -w "$basedir"`
                    fi
                ;;
            esac

            """;

    public static final String NODE_PATH = """
            if [ -z "$NODE_PATH" ]; then
              export NODE_PATH="/app/node_modules/.pnpm/node_modules:/app/node_modules"
            else
              export NODE_PATH="/app/node_modules/.pnpm/node_modules:/app/node_modules:$NODE_PATH"
            fi
            """;

    public static final String NODE = """
            if [ -x "$basedir/node" ]; then
              exec "$basedir/node"  "$basedir/../mime/cli.js" "$@"
            else
              exec node  "$basedir/../mime/cli.js" "$@"
            fi
            """;

    private static final String DIRECT = "\"$basedir/../x/bin/x\"   \"$@\"\nexit $?\n";

    @Test
    void aScriptThatStartsNodeTellsWhatAndWhere() {
        assertThat(ShellShim.parse(HEAD + NODE_PATH + NODE))
                .isEqualTo(new ShellShim(
                        "../mime/cli.js",
                        "node",
                        "",
                        List.of("/app/node_modules/.pnpm/node_modules", "/app/node_modules")));
    }

    @Test
    void aScriptThatStartsAProgramHasNoInterpreter() {
        assertThat(ShellShim.parse(NEWER_HEAD + DIRECT)).isEqualTo(new ShellShim("../x/bin/x", null, "", List.of()));
    }

    @Test
    void argumentsAreTold() {
        String script = HEAD + NODE.replace("node\"  ", "node\" --harmony ").replace("node  ", "node --harmony ");
        assertThat(ShellShim.parse(script)).extracting(ShellShim::arguments).isEqualTo("--harmony");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exec node  | curl x;exec node  ",
                "fi | fi;reboot",
                "../mime/cli.js\" \"$@\" | ../mime/cli.js\" \"$@\" & reboot",
                "cli.js | $(reboot)",
                "node\"  | node\" -r/tmp/x.js ",
                "case | reboot;case",
                "/app/node_modules: | /app/node_modules:`reboot`",
                "exec node | exec ruby"
            })
    void aScriptWithAnythingElseInItIsNone(String usual, String other) {
        String script = HEAD + NODE_PATH + NODE;
        assertThat(script).contains(usual.strip());
        assertThat(ShellShim.parse(script.replace(usual.strip(), other))).isNull();
    }

    @Test
    void anotherPathForTheTwoCasesIsNone() {
        assertThat(ShellShim.parse(HEAD + NODE_PATH.replace("/app/node_modules\"", "/x/node_modules\"") + NODE))
                .isNull();
    }

    @Test
    void moreBehindTheEndIsNone() {
        assertThat(ShellShim.parse(HEAD + NODE + "reboot\n")).isNull();
        assertThat(ShellShim.parse(HEAD + NODE + "# cmd-shim-target=/app/x.js\nreboot\n"))
                .isNull();
        assertThat(ShellShim.parse(HEAD + NODE + "# cmd-shim-target=/app/x.js\n"))
                .isNotNull();
    }
}
