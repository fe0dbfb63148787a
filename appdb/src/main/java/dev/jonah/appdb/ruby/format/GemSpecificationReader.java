package dev.jonah.appdb.ruby.format;

import dev.jonah.appdb.ruby.format.RubyCursor.ForeignException;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code .gemspec} in the form that RubyGems writes, from 1.0 on: one block of assignments of literals and calls
 * that add dependencies. That is Ruby code, and none of it is run. Lines of another form are passed over, and the first is
 * remembered; where RubyGems writes two ways for itself and for older versions, the first counts.
 */
public final class GemSpecificationReader {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_FOREIGN = 20;

    private final RubyCursor in;
    private final RubyValues literals;
    private final String text;
    private final GemFields fields = new GemFields();
    private final List<GemDependency> dependencies = new ArrayList<>();
    private final List<Boolean> otherwise = new ArrayList<>();
    private String self = "s";
    private int foreign;
    private int foreignLine;

    private GemSpecificationReader(String latin1) {
        this.text = latin1;
        this.in = new RubyCursor(latin1);
        this.literals = new RubyValues(in);
    }

    /**
     * Reads one specification; {@code in} is closed.
     *
     * @throws LimitExceededException if it is larger than a specification may be
     * @throws IOException if it cannot be read
     */
    public static GemSpecification read(InputStream in, Limits limits) throws IOException {
        int most = (int) Math.min(MOST_BYTES, limits.get(Limits.Name.PARSER_BYTES));
        try (in) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new LimitExceededException(Limits.Name.PARSER_BYTES, most, "the specification of a gem");
            }
            return new GemSpecificationReader(new String(bytes, StandardCharsets.ISO_8859_1)).read();
        }
    }

    private GemSpecification read() {
        stub();
        boolean opened = false;
        boolean closed = false;
        for (in.skip(true); !in.atEnd() && foreign < MOST_FOREIGN; in.skip(true)) {
            int start = in.position();
            try {
                if (!opened) {
                    open();
                    opened = true;
                } else if (closed) {
                    throw new ForeignException("more behind the end");
                } else {
                    closed = statement();
                }
            } catch (ForeignException e) {
                foreign(start);
                in.position(start);
                in.skipLine();
            }
        }
        if (!closed) {
            foreign(text.length());
        }
        return fields.build(dependencies, foreignLine);
    }

    private void foreign(int position) {
        if (foreign++ == 0) {
            foreignLine = 1
                    + (int) text.substring(0, position)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }
    }

    /** {@code # stub: name version platform require-paths}, in which nothing needs to be understood. */
    private void stub() {
        String mark = "# stub: ";
        int start = text.startsWith(mark) ? 0 : text.indexOf("\n" + mark) + 1;
        if (start == 0 && !text.startsWith(mark) || start > 1024) {
            return;
        }
        int end = text.indexOf('\n', start);
        String[] parts = text.substring(start + mark.length(), end < 0 ? text.length() : end)
                .strip()
                .split(" ", 4);
        String[] names = {"name", "version", "platform"};
        for (int i = 0; i < Math.min(names.length, parts.length); i++) {
            fields.put(names[i], RawText.ofLatin1(parts[i]));
        }
        if (parts.length == 4) {
            List<@Nullable Object> paths = new ArrayList<>();
            for (String path : parts[3].split("\0")) {
                paths.add(RawText.ofLatin1(path));
            }
            fields.put("require_paths", paths);
        }
    }

    private void open() throws ForeignException {
        in.expect("Gem::Specification.new");
        in.skip(false);
        in.expect("do");
        in.skip(false);
        in.expect("|");
        self = in.word();
        in.expect("|");
        in.expectEndOfLine();
    }

    /** One statement; true if it was the end of the specification. */
    private boolean statement() throws ForeignException {
        String word = in.word();
        boolean closed = false;
        if (word.equals("end")) {
            closed = otherwise.isEmpty();
            if (!closed) {
                otherwise.remove(otherwise.size() - 1);
            }
        } else if (word.equals("else") && !otherwise.isEmpty()) {
            otherwise.set(otherwise.size() - 1, true);
        } else if (word.equals("if")) {
            in.skip(false);
            condition();
            in.skip(false);
            in.accept("then");
            otherwise.add(false);
        } else if (word.equals("current_version")) {
            in.expect(" = Gem::Specification::CURRENT_SPECIFICATION_VERSION");
        } else if (word.equals(self)) {
            in.expect(".");
            call(in.word());
        } else {
            throw new ForeignException("not a statement: " + word);
        }
        in.expectEndOfLine();
        return closed;
    }

    private void condition() throws ForeignException {
        if (in.accept(self + ".respond_to?")) {
            in.skip(false);
            in.word();
            in.accept("=");
        } else {
            in.expect("Gem::Version.new(Gem::VERSION) >= Gem::Version.new(");
            literals.value();
            in.expect(")");
        }
    }

    private void call(String name) throws ForeignException {
        if (in.accept("(")) {
            Object first = literals.value();
            List<@Nullable Object> second = List.of();
            in.skip(true);
            if (in.accept(",")) {
                in.skip(true);
                second = GemFields.list(literals.value());
                in.skip(true);
            }
            in.expect(")");
            dependency(name, first, second);
            return;
        }
        in.skip(false);
        in.expect("=");
        in.skip(false);
        Object value = literals.value();
        in.skip(false);
        if (in.accept("if ")) {
            condition();
        }
        if (!otherwise.contains(true)) {
            fields.put(name, value);
        }
    }

    private void dependency(String call, @Nullable Object name, List<@Nullable Object> requirements)
            throws ForeignException {
        boolean development = call.equals("add_development_dependency");
        if (!development && !call.equals("add_dependency") && !call.equals("add_runtime_dependency")
                || !(name instanceof RawText gem)) {
            throw new ForeignException("another call: " + call);
        }
        if (!otherwise.contains(true)) {
            dependencies.add(new GemDependency(gem.toString(), development, GemFields.texts(requirements)));
        }
    }
}
