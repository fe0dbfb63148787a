package dev.jonah.declared.format;

import dev.jonah.declared.format.Outline.Wish;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.BoundedInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads TOML 1.0 piece by piece: each table of an array such as {@code [[package]]} is handed over when the next one
 * begins, so that damage costs only what comes after it. Scalars keep their text.
 */
public final class TomlDocument {
    private final TomlText text;
    private final Outline outline;
    private final TomlTable root = new TomlTable();
    /** What is being filled: the key of the last header. */
    private List<String> open = List.of();

    private TomlDocument(TomlText text, Outline outline) {
        this.text = text;
        this.outline = outline;
    }

    /**
     * Hands over what the outline wants: tables of top-level arrays when the next one begins, all else at the end, in the
     * order of the document; {@code in} is closed.
     *
     * @throws IOException if it is no TOML, or is beyond the limits; what was handed over before that counts
     */
    public static void read(InputStream in, Limits limits, Outline outline) throws IOException {
        try (InputStream bounded = new BoundedInput(in, limits, "the file")) {
            TomlDocument document = new TomlDocument(new TomlText(bounded), outline);
            try {
                document.read();
            } catch (IOException e) {
                document.handOverComplete();
                throw e;
            }
        }
    }

    private void read() throws IOException {
        TomlValues values = new TomlValues(text);
        TomlTable table = root;
        text.skipBlankLines();
        while (text.peek() >= 0) {
            if (text.peek() == '[') {
                table = header(values);
            } else {
                List<String> key = values.key();
                text.expect('=');
                TomlTable home = table.descend(key.subList(0, key.size() - 1), text);
                home.put(key.get(key.size() - 1), values.value(0), text);
            }
            text.endOfLine();
            text.skipBlankLines();
        }
        finish();
    }

    private TomlTable header(TomlValues values) throws IOException {
        text.next();
        text.count();
        boolean array = text.peek() == '[';
        if (array) {
            text.next();
        }
        List<String> key = values.key();
        text.expect(']');
        if (array) {
            text.expectNext(']');
        }
        String last = key.get(key.size() - 1);
        open = key;
        if (!array) {
            return root.descend(key, text);
        }
        if (key.size() == 1) {
            beginItem(last);
        }
        return root.descend(key.subList(0, key.size() - 1), text).append(last, text);
    }

    /** A table of a top-level array begins: those before it are complete. */
    private void beginItem(String name) throws IOException {
        List<String> path = List.of(name, "*");
        if (outline.wish(path) == Wish.WHOLE) {
            for (Value item : root.takeItems(name)) {
                outline.hand(path, item);
                text.forget(count(item));
            }
        }
    }

    /** Where the file breaks off: all but the table that broke off. */
    private void handOverComplete() throws IOException {
        root.drop(open);
        for (String name : root.names()) {
            beginItem(name);
        }
        finish();
    }

    private static int count(Value value) {
        int count = 1;
        for (Value member : value.fields().values()) {
            count += count(member);
        }
        for (Value item : value.items()) {
            count += count(item);
        }
        return count;
    }

    private void finish() throws IOException {
        for (Map.Entry<String, Value> member : root.toValue().fields().entrySet()) {
            walk(new ArrayList<>(List.of(member.getKey())), member.getValue());
        }
    }

    private void walk(List<String> path, Value value) throws IOException {
        Wish wish = outline.wish(path);
        if (wish == Wish.WHOLE) {
            outline.hand(path, value);
        } else if (wish == Wish.WALK) {
            for (Map.Entry<String, Value> member : value.fields().entrySet()) {
                path.add(member.getKey());
                walk(path, member.getValue());
                path.remove(path.size() - 1);
            }
            for (Value item : value.items()) {
                path.add("*");
                walk(path, item);
                path.remove(path.size() - 1);
            }
        }
    }
}
