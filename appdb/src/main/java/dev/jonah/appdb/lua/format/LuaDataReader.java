package dev.jonah.appdb.lua.format;

import dev.jonah.appdb.lua.format.LuaTokens.Kind;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Lua source as far as it is data: assignments of strings, numbers, tables, joined strings, and of variables that
 * were assigned so before. It is never run: at the first statement of another kind reading ends, and what was assigned
 * before counts.
 */
public final class LuaDataReader {
    private static final int DEEPEST = 100;
    private static final int MOST_VALUES = 1_000_000;
    /** Joining a text with itself again and again makes much of little. */
    private static final long MOST_JOINED = 1 << 20;

    /**
     * What a file assigns.
     *
     * @param variables global variables by name
     * @param complete whether all of the file was data
     */
    public record Result(LuaTable variables, boolean complete) {}

    private final LuaTokens tokens;
    private final Map<String, Object> globals = new LinkedHashMap<>();
    private final Map<String, Object> locals = new LinkedHashMap<>();
    private int values;
    private long joinedBytes;

    private LuaDataReader(String source) {
        tokens = new LuaTokens(source);
    }

    /**
     * Reads one file; {@code in} is closed.
     *
     * @throws LimitExceededException if it is longer than {@link Limits.Name#LINE_BYTES}, whatever its lines
     */
    public static Result read(InputStream in, Limits limits) throws IOException {
        try (in) {
            int most = limits.getInt(Limits.Name.LINE_BYTES);
            byte[] bytes = in.readNBytes(most == Integer.MAX_VALUE ? most : most + 1);
            limits.check(Limits.Name.LINE_BYTES, bytes.length, "the file");
            LuaDataReader reader = new LuaDataReader(RawText.of(bytes).latin1());
            boolean complete = reader.statements();
            return new Result(new LuaTable(reader.globals, List.of()), complete);
        }
    }

    /** Whether all statements up to the end were data. */
    private boolean statements() {
        while (tokens.kind() != Kind.END) {
            if (!tokens.take(";") && !statement()) {
                return false;
            }
        }
        return true;
    }

    private boolean statement() {
        if (tokens.kind() != Kind.NAME) {
            return false;
        }
        String name = tokens.text();
        tokens.next();
        if (name.equals("return")) {
            // What a file returns is of no interest here, but it is data too.
            expression(0);
            tokens.take(";");
            return tokens.kind() == Kind.END;
        }
        if (!name.equals("local")) {
            return assignment(name, globals);
        }
        String variable = tokens.text();
        if (tokens.kind() != Kind.NAME || variable.equals("function")) {
            return false;
        }
        tokens.next();
        return assignment(variable, locals);
    }

    /** From behind the first of one or more names. */
    private boolean assignment(String first, Map<String, Object> into) {
        List<String> names = new ArrayList<>(List.of(first));
        while (tokens.take(",")) {
            if (tokens.kind() != Kind.NAME) {
                return false;
            }
            names.add(tokens.text());
            tokens.next();
        }
        if (!tokens.take("=")) {
            return false;
        }
        for (int i = 0; i == 0 || tokens.take(","); i++) {
            Expression value = expression(0);
            if (value == null) {
                return false;
            }
            if (i < names.size()) {
                put(names.get(i), value.value, into);
            }
        }
        return true;
    }

    private static void put(String name, @Nullable Object value, Map<String, Object> into) {
        if (value == null) {
            into.remove(name);
        } else {
            into.put(name, value);
        }
    }

    /** An expression that was read; its value is null where it has none that can be told. */
    private record Expression(@Nullable Object value) {}

    /** Operands with {@code ..} between them; null if it is something else. */
    private @Nullable Expression expression(int depth) {
        Expression first = operand(depth);
        while (first != null && tokens.take("..")) {
            Expression second = operand(depth);
            if (second == null) {
                return null;
            }
            boolean texts = first.value instanceof String && second.value instanceof String;
            String joined = texts ? (String) first.value + second.value : "";
            joinedBytes += joined.length();
            if (joinedBytes > MOST_JOINED) {
                return null;
            }
            first = new Expression(texts ? joined : null);
        }
        return first;
    }

    private @Nullable Expression operand(int depth) {
        String text = tokens.text();
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            return null;
        }
        switch (tokens.kind()) {
            case STRING -> {
                tokens.next();
                return new Expression(RawText.ofLatin1(text).toString());
            }
            case NUMBER -> {
                tokens.next();
                return new Expression(text);
            }
            case NAME -> {
                if (text.equals("function") || text.equals("not")) {
                    return null;
                }
                tokens.next();
                return variable(text);
            }
            default -> {
                if (tokens.take("-") && tokens.kind() == Kind.NUMBER) {
                    String number = "-" + tokens.text();
                    tokens.next();
                    return new Expression(number);
                }
                if (tokens.take("(")) {
                    Expression inner = expression(depth + 1);
                    return tokens.take(")") ? inner : null;
                }
                return tokens.take("{") ? table(depth + 1) : null;
            }
        }
    }

    private @Nullable Expression variable(String name) {
        Object value = name.equals("true") || name.equals("false")
                ? name
                : locals.containsKey(name) ? locals.get(name) : globals.get(name);
        while (tokens.take(".")) {
            value = value instanceof LuaTable table ? table.fields().get(tokens.text()) : null;
            tokens.next();
        }
        // A call or an index.
        boolean more =
                tokens.is("(") || tokens.is("[") || tokens.is(":") || tokens.is("{") || tokens.kind() == Kind.STRING;
        return more ? null : new Expression(value);
    }

    /** From behind the opening brace. */
    private @Nullable Expression table(int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<Object> items = new ArrayList<>();
        while (!tokens.take("}")) {
            String key = null;
            Expression value;
            if (tokens.take("[")) {
                Expression computed = expression(depth);
                if (computed == null || !tokens.take("]") || !tokens.take("=")) {
                    return null;
                }
                key = computed.value instanceof String text ? text : null;
                value = expression(depth);
                if (value == null) {
                    return null;
                }
                if (key != null) {
                    put(key, value.value, fields);
                }
            } else {
                String name = tokens.kind() == Kind.NAME ? tokens.text() : null;
                value = expression(depth);
                if (value != null && name != null && tokens.take("=")) {
                    value = expression(depth);
                    key = name;
                }
                if (value == null) {
                    return null;
                }
                if (key != null) {
                    put(key, value.value, fields);
                } else if (value.value != null) {
                    items.add(value.value);
                }
            }
            if (!tokens.take(",") && !tokens.take(";") && !tokens.is("}")) {
                return null;
            }
        }
        return new Expression(new LuaTable(fields, items));
    }
}
