package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The commands that README.md shows print what README.md shows under them. */
class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern SHOWN =
            Pattern.compile("```sh\n\\./jonah ([^\n]+)\n```\n\n```text\n(.*?)```", Pattern.DOTALL);

    /**
     * A command and what is shown under it.
     *
     * @param arguments the words after {@code ./jonah}
     * @param output the block of text under it
     */
    private record Example(String arguments, String output) {}

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        SHOWN.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .forEach(match -> examples.add(new Example(match.group(1), match.group(2))));
        return examples;
    }

    @TestFactory
    List<DynamicTest> commandsPrintWhatIsShown() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.arguments(),
                        () -> assertThat(run(example.arguments())).isEqualTo(example.output())))
                .toList();
    }

    @Test
    void theFirstCommandIsAScan() throws IOException {
        String text = Files.readString(ROOT.resolve("README.md"));
        int firstBlock = text.indexOf("```sh\n");
        assertThat(text.substring(firstBlock)).startsWith("```sh\n./jonah scan samples/demo.tar\n```\n");
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(2);
    }

    private static String run(String arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), out, err, Map.of(), false, false);
        String[] words = arguments.split(" ");
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith("samples/")) {
                words[i] = ROOT.resolve(words[i]).toString();
            }
        }
        new JonahCommand(terminal).run(words);
        return out.toString(StandardCharsets.UTF_8);
    }
}
