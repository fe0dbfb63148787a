package dev.jonah.appdb.lua.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class LuaDataFuzzTest {
    @FuzzTest
    void anyBytesAreReadAsFarAsTheyAreData(byte[] input) throws IOException {
        LuaDataReader.Result read = LuaDataReader.read(new ByteArrayInputStream(input), Limits.defaults());
        assertThat(Rockspec.of(read.variables()).dependencies().size()).isLessThanOrEqualTo(input.length);
    }
}
