package dev.jonah.appdb.python.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallFilesTest {
    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void directUrlOfARepository() throws IOException {
        assertThat(DirectUrl.read(
                        in("{\"url\": \"https://h/r.git\", \"subdirectory\": \"s\", \"vcs_info\": {\"vcs\": \"git\","
                                + " \"requested_revision\": \"main\", \"commit_id\": \"c0ffee\"}}")))
                .isEqualTo(new DirectUrl("https://h/r.git", "s", "git", "c0ffee", "main", null, false));
    }

    @Test
    void directUrlOfAnArchive() throws IOException {
        assertThat(
                        DirectUrl.read(
                                in(
                                        "{\"archive_info\": {\"hash\": \"sha256=ab\", \"hashes\": {\"sha256\": \"ab\"}}, \"url\": \"u\"}")))
                .isEqualTo(new DirectUrl("u", null, null, null, null, "sha256=ab", false));
    }

    @Test
    void directUrlOfADirectoryInUse() throws IOException {
        assertThat(DirectUrl.read(
                        in("{\"dir_info\": {\"editable\": true}, \"more\": [{}, 1], \"url\": \"file:///app\"}")))
                .isEqualTo(new DirectUrl("file:///app", null, null, null, null, null, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"url\": 1}", "{\"url\": \"x\"", "{\"dir_info\": {\"url\": \"x\"}}", "\u0000"})
    void directUrlIsRefusedWithoutAUrl(String text) {
        assertThatThrownBy(() -> DirectUrl.read(in(text))).isInstanceOf(IOException.class);
    }

    @Test
    void entryPointsStandInSections() throws IOException {
        EntryPointsReader reader = new EntryPointsReader(
                in("lost = x:y\n# c\n[console_scripts]\npip = pip:main\n; c\n\n[ x.y ]\na.b=m [extra]\nbroken\n"),
                Limits.defaults());
        List<EntryPoint> found = new ArrayList<>();
        EntryPoint next;
        while ((next = reader.read()) != null) {
            found.add(next);
        }

        assertThat(found)
                .containsExactly(
                        new EntryPoint("console_scripts", "pip", "pip:main"),
                        new EntryPoint("x.y", "a.b", "m [extra]"));
    }

    @Test
    void requirementsTakeTheirSectionAsAMarker() throws IOException {
        RequiresReader reader = new RequiresReader(
                in("a>=1\n\n[:python_version<\"3\"]\nb\n\n[test]\nc\n\n[dev:x or y]\nd\n"), Limits.defaults());
        List<String> found = new ArrayList<>();
        String next;
        while ((next = reader.read()) != null) {
            found.add(next);
        }

        assertThat(found)
                .containsExactly(
                        "a>=1", "b; python_version<\"3\"", "c; extra == \"test\"", "d; (x or y) and extra == \"dev\"");
    }
}
