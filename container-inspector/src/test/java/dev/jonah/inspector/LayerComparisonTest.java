package dev.jonah.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jonah.image.Image;
import dev.jonah.image.OpenRequest;
import dev.jonah.inspector.LayerComparison.Aspect;
import dev.jonah.inspector.LayerComparison.Change;
import dev.jonah.testkit.FakeImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayerComparisonTest {
    private static final byte[] ARCHIVE = FakeImage.builder()
            .layer(l -> l.file("/same", "s")
                    .file("/content", "one")
                    .file("/mode", "m")
                    .file("/removed", "r")
                    .file("/again", "a")
                    .file("/type", "t")
                    .symlink("/link", "x"))
            .layer(l -> l.file("/content", "two")
                    .file("/mode", "m")
                    .mode("/mode", 0600)
                    .whiteout("/removed")
                    .file("/again", "a")
                    .file("/added", "new")
                    .symlink("/type", "t")
                    .symlink("/link", "y"))
            .build()
            .dockerArchive();

    @Test
    void eachChangeIsToldWithItsAspects() throws IOException {
        assertThat(changes(0, 1))
                .extracting(c -> c.path().toString(), c -> c.before() != null, c -> c.after() != null, Change::aspects)
                .containsExactly(
                        tuple("/added", false, true, Set.of()),
                        tuple("/again", true, true, Set.of()),
                        tuple("/content", true, true, Set.of(Aspect.CONTENT)),
                        tuple("/link", true, true, Set.of(Aspect.TARGET)),
                        tuple("/mode", true, true, Set.of(Aspect.MODE)),
                        tuple("/removed", true, false, Set.of()),
                        tuple("/type", true, true, Set.of(Aspect.TYPE, Aspect.TARGET, Aspect.MODE)));
    }

    @Test
    void aTreeDoesNotDifferFromItself() throws IOException {
        assertThat(changes(1, 1)).isEmpty();
    }

    @Test
    void theOtherWayRoundAddedIsRemoved() throws IOException {
        assertThat(changes(1, 0))
                .filteredOn(c -> c.after() == null)
                .extracting(c -> c.path().toString())
                .containsExactly("/added");
    }

    private static List<Change> changes(int before, int after) throws IOException {
        try (Image image = new Inspector()
                .open(OpenRequest.of("test", new ByteArrayInputStream(ARCHIVE)).build())) {
            return LayerComparison.between(image.treeAt(before), image.treeAt(after));
        }
    }
}
