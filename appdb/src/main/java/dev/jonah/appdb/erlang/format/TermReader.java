package dev.jonah.appdb.erlang.format;

import dev.jonah.appdb.erlang.format.TermTokens.Kind;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads terms that end with a full stop, as {@code file:consult/1} does: atoms, strings, binaries of strings, numbers,
 * tuples, lists and maps. Reading ends at what is no such term; those before it count.
 */
public final class TermReader {
    private static final int DEEPEST = 200;
    private static final int MOST_TERMS = 1_000_000;

    /**
     * The terms of a file.
     *
     * @param terms in order
     * @param complete whether all of the file was read
     */
    public record Result(List<Term> terms, boolean complete) {
        /** Copies the list. */
        public Result {
            terms = List.copyOf(terms);
        }
    }

    private final TermTokens tokens;
    private int count;

    private TermReader(String source) {
        tokens = new TermTokens(source);
    }

    /**
     * Reads one file; {@code in} is closed. Bytes that are not UTF-8 stand as escapes.
     *
     * @throws LimitExceededException if it is longer than {@link Limits.Name#LINE_BYTES}, whatever its lines
     */
    public static Result read(InputStream in, Limits limits) throws IOException {
        try (in) {
            int most = limits.getInt(Limits.Name.LINE_BYTES);
            byte[] bytes = in.readNBytes(most == Integer.MAX_VALUE ? most : most + 1);
            limits.check(Limits.Name.LINE_BYTES, bytes.length, "the file");
            return new TermReader(RawText.of(bytes).toString()).read();
        }
    }

    private Result read() {
        List<Term> terms = new ArrayList<>();
        while (tokens.kind() != Kind.END) {
            Term term = term(0);
            if (term == null || !tokens.take(".")) {
                return new Result(terms, false);
            }
            terms.add(term);
        }
        return new Result(terms, true);
    }

    /** Null if it is none. */
    private @Nullable Term term(int depth) {
        if (depth > DEEPEST || ++count > MOST_TERMS) {
            return null;
        }
        String text = tokens.text();
        switch (tokens.kind()) {
            case ATOM -> {
                tokens.next();
                return new Term.Atom(text);
            }
            case NUMBER -> {
                tokens.next();
                return new Term.Numeral(text);
            }
            case STRING -> {
                return string();
            }
            default -> {
                if (tokens.take("-") && tokens.kind() == Kind.NUMBER) {
                    String number = "-" + tokens.text();
                    tokens.next();
                    return new Term.Numeral(number);
                }
                if (tokens.take("{")) {
                    List<Term> elements = elements("}", depth);
                    return elements == null ? null : new Term.Tuple(elements);
                }
                if (tokens.take("[")) {
                    List<Term> elements = elements("]", depth);
                    return elements == null ? null : new Term.Sequence(elements);
                }
                return tokens.take("<<") ? binary() : tokens.take("#") && tokens.take("{") ? map(depth) : null;
            }
        }
    }

    /** One string, or several that stand one after the other. */
    private Term string() {
        StringBuilder text = new StringBuilder();
        while (tokens.kind() == Kind.STRING) {
            text.append(tokens.text());
            tokens.next();
        }
        return new Term.Text(text.toString());
    }

    /** From behind the opening brackets: one string, with or without its encoding. */
    private @Nullable Term binary() {
        Term text = tokens.kind() == Kind.STRING ? string() : new Term.Text("");
        if (tokens.take("/")) {
            tokens.next();
        }
        return tokens.take(">>") ? text : null;
    }

    private @Nullable List<Term> elements(String end, int depth) {
        List<Term> elements = new ArrayList<>();
        if (tokens.take(end)) {
            return elements;
        }
        do {
            Term element = term(depth + 1);
            if (element == null) {
                return null;
            }
            elements.add(element);
        } while (tokens.take(","));
        return tokens.take(end) ? elements : null;
    }

    /** From behind the opening brace. */
    private @Nullable Term map(int depth) {
        List<Term> pairs = new ArrayList<>();
        if (tokens.take("}")) {
            return new Term.Sequence(pairs);
        }
        do {
            Term key = term(depth + 1);
            Term value = key == null || !tokens.take("=>") ? null : term(depth + 1);
            if (key == null || value == null) {
                return null;
            }
            pairs.add(new Term.Tuple(List.of(key, value)));
        } while (tokens.take(","));
        return tokens.take("}") ? new Term.Sequence(pairs) : null;
    }
}
