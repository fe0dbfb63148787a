package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FilePattern.Kind;
import dev.jonah.image.FilePattern.Term;
import dev.jonah.testkit.FakeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DispatchTest {
    private static final String[] PARTS = {"a", "b", "x.tar.gz", "X.GZ", "lib", ".egg-info", "y.egg-info", "gz"};

    @Test
    void itTellsWhatThePatternsThemselvesSay() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<FilePattern> patterns = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                patterns.add(new FilePattern(List.of(term(random), term(random))));
            }
            FileEntry entry = entry(path(random), new byte[] {1, 2, 3, 4});
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < patterns.size(); i++) {
                if (patterns.get(i).matches(entry)) {
                    expected.add(i);
                }
            }
            assertThat(told(patterns, entry))
                    .as("%s: %s", entry.path(), patterns)
                    .isEqualTo(expected);
        }
    }

    @Test
    void programsAreToldByTheirFirstBytes() {
        byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};
        List<FilePattern> patterns = List.of(FilePattern.programs(), FilePattern.named("x"));
        assertThat(told(patterns, entry("/usr/lib/libx.so.1", elf))).containsExactly(0);
        assertThat(told(patterns, entry("/x", elf))).containsExactly(0, 1);
        assertThat(told(patterns, entry("/notes.txt", elf))).isEmpty();
        assertThat(told(patterns, entry("/x", new byte[] {'M', 'Z', 0, 0}))).containsExactly(0, 1);
        assertThat(told(patterns, entry("/x", new byte[] {'E', 'L', 'F', 0}))).containsExactly(1);
    }

    private static Term term(Random random) {
        String part = PARTS[random.nextInt(PARTS.length)];
        return switch (random.nextInt(5)) {
            case 0 -> new Term(Kind.NAME, part);
            case 1 -> new Term(Kind.PATH, path(random));
            case 2 ->
                new Term(
                        Kind.PATH_SUFFIX,
                        random.nextBoolean() ? part : part + "/" + PARTS[random.nextInt(PARTS.length)]);
            case 3 -> new Term(Kind.SUFFIX, random.nextBoolean() ? part : ".gz");
            default -> new Term(Kind.BELOW, "/" + part);
        };
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            path.append('/').append(PARTS[random.nextInt(PARTS.length)]);
        }
        return path.toString();
    }

    private static FileEntry entry(String path, byte[] content) {
        return FakeTree.builder()
                .file(path, content)
                .build()
                .files()
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> told(List<FilePattern> patterns, FileEntry entry) {
        List<Integer> told = new ArrayList<>();
        Dispatch.of(patterns, Function.identity()).matching(entry, told::add);
        return told;
    }
}
