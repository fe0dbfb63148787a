package dev.jonah.declared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.declared.format.Declared;
import dev.jonah.declared.format.JsonDocument;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.TomlDocument;
import dev.jonah.declared.format.Value;
import dev.jonah.declared.golang.format.GoModReader;
import dev.jonah.declared.node.format.NpmLockReader;
import dev.jonah.declared.rust.format.CargoLockReader;
import dev.jonah.diagnostic.Limits;
import dev.jonah.testkit.RealTool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same file, read by us and by the tool that it belongs to. */
class RealToolsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void npmListsTheSame(int version) throws IOException {
        RealTool npm = RealTool.named("npm");
        byte[] lock = real("npm-" + version + ".package-lock.json");
        Files.write(directory.resolve("package-lock.json"), lock);
        Files.writeString(directory.resolve("package.json"), """
                {"name": "sample-app", "version": "1.0.0", "private": true, "workspaces": ["packages/*"],
                 "dependencies": {"debug": "^4.3.4", "pad": "npm:left-pad@1.2.0", "inner": "1.0.0"},
                 "devDependencies": {"@sindresorhus/is": "^4.6.0"}, "optionalDependencies": {"fsevents": "2.3.3"}}
                """);
        Files.createDirectories(directory.resolve("packages/inner"));
        Files.writeString(
                directory.resolve("packages/inner/package.json"),
                "{\"name\": \"inner\", \"version\": \"1.0.0\", \"dependencies\": {\"ms\": \"2.0.0\"}}");
        String prefix = directory.toString();
        Value listed = json(npm.run("ls", "--package-lock-only", "--all", "--json", "--prefix", prefix)
                .output());
        TreeSet<String> expected = new TreeSet<>();
        expected.add(listed.text("name") + " " + listed.text("version"));
        npmNames(listed, expected);
        TreeSet<String> ours = new TreeSet<>();
        Declared.of(NpmLockReader::read, lock)
                .found
                .forEach(d -> ours.add(d.facts().getOrDefault("declared.alias", d.name()) + " " + d.version()));
        assertThat(ours).isEqualTo(expected);
    }

    private static void npmNames(Value listed, TreeSet<String> names) {
        listed.get("dependencies").fields().forEach((name, dependency) -> {
            if (dependency.text("version") != null) {
                names.add(name + " " + dependency.text("version"));
            }
            npmNames(dependency, names);
        });
    }

    @Test
    void cargoListsTheSame() throws IOException {
        RealTool cargo = RealTool.named("cargo");
        for (String name : new String[] {"one", "two", "three"}) {
            Files.createDirectories(directory.resolve(name + "/src"));
            Files.writeString(directory.resolve(name + "/src/lib.rs"), "");
            String needs = name.equals("one") ? "two = { path = \"../two\" }\nthree = { path = \"../three\" }\n" : "";
            Files.writeString(directory.resolve(name + "/Cargo.toml"), """
                    [package]
                    name = "%s"
                    version = "0.10.0"
                    edition = "2021"
                    [dependencies]
                    %s""".formatted(name, needs));
        }
        String manifest = directory.resolve("one/Cargo.toml").toString();
        cargo.run("generate-lockfile", "--offline", "--manifest-path", manifest).succeeded();
        Value metadata = json(cargo.run("metadata", "--offline", "--format-version", "1", "--manifest-path", manifest)
                .succeeded());
        List<String> expected = metadata.get("packages").items().stream()
                .map(p -> p.text("name") + " " + p.text("version"))
                .sorted()
                .toList();
        byte[] lock = Files.readAllBytes(directory.resolve("one/Cargo.lock"));
        assertThat(Declared.of(CargoLockReader::read, lock).names())
                .isEqualTo(expected)
                .hasSize(3);
    }

    @Test
    void goListsTheSame() throws IOException {
        RealTool go = RealTool.named("go");
        String text = """
                module example.com/app

                go 1.21

                require github.com/BurntSushi/toml v1.3.2

                require (
                	"golang.org/x/text" v0.13.0 // indirect
                	example.com/other v1.2.3-0.20200101000000-abcdefabcdef // a remark
                )
                exclude example.com/other v1.0.0
                """;
        Path file = Files.writeString(directory.resolve("go.mod"), text);
        List<String> expected = new ArrayList<>();
        for (Value module : json(go.run("mod", "edit", "-json", file.toString()).succeeded())
                .get("Require")
                .items()) {
            expected.add(module.text("Path") + " " + module.text("Version") + " " + module.flag("Indirect"));
        }
        Declared ours = Declared.of((in, limits, out) -> GoModReader.read(in, limits, Map.of(), out), text);
        assertThat(ours.found)
                .extracting(d -> d.name() + " " + d.version() + " " + d.scopes().contains("indirect"))
                .isEqualTo(expected)
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"uv.lock", "pylock.toml", "poetry-1.poetry.lock", "poetry-2.poetry.lock", "Cargo.lock", "odd"})
    void pythonReadsTheSameToml(String name) throws IOException {
        RealTool python = RealTool.named("python3");
        byte[] toml = name.equals("odd") ? ODD.getBytes(StandardCharsets.UTF_8) : real(name);
        Path file = Files.write(directory.resolve("x.toml"), toml);
        RealTool.Run run = python.run("-c", """
                import json, sys
                import tomllib
                def text(v):
                    return 'true' if v is True else 'false' if v is False else str(v)
                print(json.dumps(tomllib.load(open(sys.argv[1], 'rb')), default=text))
                """, file.toString());
        org.junit.jupiter.api.Assumptions.assumeTrue(
                run.status() == 0 || !run.errors().contains("No module named 'tomllib'"), "this Python reads no TOML");
        Map<String, Value> ours = new LinkedHashMap<>();
        List<Value> packages = new ArrayList<>();
        Value expected = json(run.succeeded());
        Outline outline = new Outline();
        expected.fields().keySet().forEach(key -> {
            if (key.equals("package") || key.equals("packages")) {
                outline.each((star, value) -> packages.add(value), key);
            } else {
                outline.whole(value -> ours.put(key, value), key);
            }
        });
        TomlDocument.read(new ByteArrayInputStream(toml), Limits.defaults(), outline);
        expected.fields().forEach((key, value) -> {
            boolean list = key.equals("package") || key.equals("packages");
            // Times are written with a T by one and with a blank by the other.
            assertThat((list ? new Value.Items(packages) : ours.get(key))
                            .toString()
                            .replace('T', ' '))
                    .as(key)
                    .isEqualTo(value.toString().replace('T', ' ').replace("+00:00", "Z"));
        });
    }

    private static final String ODD = """
            title = "a \\"quoted\\" \\u00e9 \\t text" # comment
            'literal key' = 'no \\escape'
            a.b."c.d" = 1
            multi = \"""
            first \\
               joined
            "quotes" inside\"""
            raw = '''
            x\\y
            z'''
            list = [ 1, [ "two", 'three' ], # remark
              { four = 4, "5".x = "six" },
            ]
            yes = true
            number = 12.5
            [table.sub]
            x = "1.10"
            [[many]]
            n = "1"
            [many.inner]
            z = "z"
            [[many.deep]]
            d = "1"
            [[many.deep]]
            d = "2"
            [[many]]
            n = "2"
            [table]
            y = "late"
            """;

    private static Value json(String text) throws IOException {
        Value[] whole = new Value[1];
        JsonDocument.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                Limits.defaults(),
                new Outline().whole(value -> whole[0] = value));
        return whole[0];
    }

    private static byte[] real(String name) throws IOException {
        try (var in = RealToolsTest.class.getResourceAsStream("/dev/jonah/declared/real/" + name)) {
            return in.readAllBytes();
        }
    }
}
