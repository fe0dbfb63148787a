package dev.jonah.appdb.node.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.appdb.node.format.PnpPackage.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PnpMapReaderTest {
    private static final String MAP = """
            {
              "__info": ["Do not touch it's text \\\\ or"],
              "dependencyTreeRoots": [{"name": "shop", "reference": "workspace:."}],
              "packageRegistryData": [
                [null, [[null, {"packageLocation": "./", "packageDependencies": [["a", "npm:1.0.0"]], "linkType": "SOFT"}]]],
                ["a", [
                  ["npm:1.0.0", {
                    "packageLocation": "./.yarn/cache/a.zip/node_modules/a/",
                    "packageDependencies": [["a", "npm:1.0.0"], ["short", ["long", "npm:2.0.0"]], ["peer", null]],
                    "packagePeers": ["peer"],
                    "linkType": "HARD"
                  }],
                  ["npm:2.0.0", {"packageLocation": "./b/"}]
                ]]
              ]
            }
            """;

    private static final List<PnpPackage> EXPECTED = List.of(
            new PnpPackage(null, null, "./", List.of(new Target("a", "npm:1.0.0"))),
            new PnpPackage(
                    "a",
                    "npm:1.0.0",
                    "./.yarn/cache/a.zip/node_modules/a/",
                    List.of(new Target("a", "npm:1.0.0"), new Target("long", "npm:2.0.0"))),
            new PnpPackage("a", "npm:2.0.0", "./b/", List.of()));

    private static List<PnpPackage> read(String text) throws IOException {
        return PnpMapReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMapOfItsOwnFileIsRead() throws IOException {
        assertThat(read(MAP)).isEqualTo(EXPECTED);
    }

    @Test
    void aMapThatIsATextOfAScriptIsRead() throws IOException {
        String text = MAP.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\\n");
        assertThat(read("#!/usr/bin/env node\n\"use strict\";\n\nconst RAW_RUNTIME_STATE =\n'" + text
                        + "';\n\nfunction $$SETUP_STATE(hydrateRuntimeState, basePath) {}\n"))
                .isEqualTo(EXPECTED);
    }

    @Test
    void aMapThatIsAnExpressionOfAScriptIsRead() throws IOException {
        assertThat(read("function $$SETUP_STATE(hydrateRuntimeState, basePath) {\n  return hydrateRuntimeState(" + MAP
                        + ", {basePath: basePath || __dirname});\n}\n"))
                .isEqualTo(EXPECTED);
    }

    @Test
    void aScriptWithoutMapGivesNothing() throws IOException {
        assertThat(read("const data = require('./.pnp.data.json');\nreturn hydrateRuntimeState(data);"))
                .isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void whatHasAnotherShapeIsPassedOver() throws IOException {
        assertThat(read("""
                {"packageRegistryData": [[{"x": [1]}, 7], ["b", [[]]], [], ["c", [[["x"], {"packageLocation": 1}]], "more"],
                ["a", [["r", {"packageDependencies": [[], ["x"], [["y"]], ["z", ["w", "v", "u"]]], "packageLocation": "./a/"}, 9]]]
                ]}
                """)).containsExactly(new PnpPackage("a", "r", "./a/", List.of(new Target("w", "v"))));
    }

    @Test
    void aMapThatBreaksOffIsRefused() {
        assertThatThrownBy(() -> read(MAP.substring(0, MAP.length() - 40))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("const RAW_RUNTIME_STATE = '{")).hasMessageContaining("does not end");
    }
}
