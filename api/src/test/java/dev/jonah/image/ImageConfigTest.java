package dev.jonah.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageConfigTest {
    @Test
    void listsAreCopiedAndLabelsSorted() {
        List<String> command = new ArrayList<>(List.of("sh"));
        ImageConfig config = new ImageConfig(
                null, null, command, null, List.of(), Map.of("b", "1", "a", "2", "c", "3"), List.of(), null);
        command.clear();
        assertThat(config.command()).containsExactly("sh");
        assertThat(config.labels().keySet()).containsExactly("a", "b", "c");
    }

    @Test
    void noEntryPointDiffersFromAnEmptyOne() {
        ImageConfig empty = new ImageConfig(null, List.of(), null, null, List.of(), Map.of(), List.of(), null);
        assertThat(empty).isNotEqualTo(ImageConfig.NONE);
    }

    @Test
    void namesOfADescriptionAreSortedAndUnique() {
        ImageDescription description = new ImageDescription(
                "x",
                List.of("b:1", "a:1", "b:1"),
                null,
                null,
                Platform.UNKNOWN,
                ImageConfig.NONE,
                List.of(),
                List.of());
        assertThat(description.names()).containsExactly("a:1", "b:1");
    }
}
