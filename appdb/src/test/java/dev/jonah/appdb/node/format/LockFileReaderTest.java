package dev.jonah.appdb.node.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockFileReaderTest {
    @Test
    void packagesAreReadWithoutTheProject() throws IOException {
        assertThat(read("""
                {"name":"shop","lockfileVersion":3,"packages":{
                  "":{"name":"shop","dependencies":{"a":"1"}},
                  "node_modules/a":{"version":"1.0.0","resolved":"https://r/a.tgz","integrity":"sha512-x","dev":true,
                    "funding":[{"url":"x"}]},
                  "node_modules/b-alias":{"name":"b","version":"2.0.0","inBundle":true,"optional":true},
                  "node_modules/@s/u":{"resolved":"packages/u","link":true},
                  "broken":[]}}
                """))
                .containsExactly(
                        new LockedPackage(
                                "node_modules/a",
                                null,
                                "1.0.0",
                                "https://r/a.tgz",
                                "sha512-x",
                                true,
                                false,
                                false,
                                false),
                        new LockedPackage("node_modules/b-alias", "b", "2.0.0", null, null, false, true, true, false),
                        new LockedPackage(
                                "node_modules/@s/u", null, null, "packages/u", null, false, false, false, true));
    }

    @Test
    void theNameIsThatOfTheAliasedPackageOrOfTheDirectory() throws IOException {
        List<LockedPackage> locked =
                read("{\"packages\":{\"node_modules/x/node_modules/@s/u\":{},\"node_modules/c\":{\"name\":\"d\"}}}");
        assertThat(locked).extracting(LockedPackage::packageName).containsExactly("@s/u", "d");
    }

    @Test
    void version1GivesNothing() throws IOException {
        assertThat(read("{\"lockfileVersion\":1,\"dependencies\":{\"a\":{\"version\":\"1\"}}}"))
                .isEmpty();
    }

    private static List<LockedPackage> read(String text) throws IOException {
        return LockFileReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
