package dev.jonah.appdb.lua.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuaDataReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'single' | single",
                "\"a\\\"b\\x41\\066\\z   c\" | a\"bABc",
                "[[long ]] | `long `",
                "[==[a]]b]==] | a]]b",
                "1.10 | 1.10",
                "-3 | -3",
                "true | true",
                "'a' .. 'b' .. 1 | ab1",
                "(\"a\") | a",
                "nil | ",
                "v .. '-1' | 1.2-1",
                "t.deep.x | y",
            })
    void valuesAreRead(String expression, String value) throws IOException {
        LuaDataReader.Result read = read("#!/usr/bin/lua\nlocal v, w = '1.2', 3 -- comment\n"
                + "t = { deep = { x = 'y' } } --[[ another\n]] x = " + expression + "\n");
        assertThat(read.variables().text("x")).isEqualTo(value);
        assertThat(read.complete()).isTrue();
    }

    @Test
    void tablesHaveFieldsAndItems() throws IOException {
        LuaTable table = read("x = { 'a', b = 'c'; ['d.e'] = { 'f' }, 'g', }")
                .variables()
                .table("x");
        assertThat(table.texts()).containsExactly("a", "g");
        assertThat(table.text("b")).isEqualTo("c");
        assertThat(table.table("d.e").texts()).containsExactly("f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y = f()",
                "y = { f 'x' }",
                "os.execute('x')",
                "if a then b = 1 end",
                "y = 'not ended",
                "y = { 1",
                "y = function() end",
                "local function f() end"
            })
    void whatIsNoDataEndsReading(String code) throws IOException {
        LuaDataReader.Result read = read("x = 'before'\n" + code + "\nz = 'after'\n");
        assertThat(read.complete()).isFalse();
        assertThat(read.variables().text("x")).isEqualTo("before");
        assertThat(read.variables().text("z")).isNull();
    }

    @Test
    void textsThatAreJoinedWithThemselvesDoNotFillTheMemory() throws IOException {
        assertThat(read("a = 'aaaaaaaa'\n" + "a = a .. a\n".repeat(100)).complete())
                .isFalse();
    }

    @Test
    @Timeout(20)
    void commentsThatDoNotEndAreNotSearchedForTheirEndsAgainAndAgain() throws IOException {
        assertThat(read("--[[\n".repeat(500_000) + "x = 1").variables().text("x"))
                .isEqualTo("1");
    }

    @Test
    void deepTablesAreRefused() throws IOException {
        assertThat(read("a = " + "{".repeat(100_000)).complete()).isFalse();
    }

    private static LuaDataReader.Result read(String source) throws IOException {
        return LuaDataReader.read(new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
    }
}
