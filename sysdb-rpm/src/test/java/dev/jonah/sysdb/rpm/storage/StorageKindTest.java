package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StorageKindTest {
    @Test
    void theFirstBytesTellTheKind() throws IOException {
        for (String name : new String[] {"hash-little", "hash-big", "btree-little", "btree-big"}) {
            assertThat(StorageKind.of(Fixtures.resource(name))).isEqualTo(StorageKind.BERKELEY);
        }
        assertThat(StorageKind.of(NdbWriter.database(1))).isEqualTo(StorageKind.NDB);
        assertThat(StorageKind.of("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(StorageKind.SQLITE);
    }

    @Test
    void otherFilesHaveNone() {
        assertThat(StorageKind.of("Package: an-index-of-apt\n".getBytes(StandardCharsets.US_ASCII)))
                .isNull();
        assertThat(StorageKind.of("RpmX............".getBytes(StandardCharsets.US_ASCII)))
                .isNull();
        assertThat(StorageKind.of("RpmP".getBytes(StandardCharsets.US_ASCII))).isNull();
        assertThat(StorageKind.of(new byte[0])).isNull();
    }
}
