package dev.jonah.appdb.python;

import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a compiled file tells.
 *
 * @param source where its source would be
 * @param tag the interpreter's tag (PEP 3147), {@code cpython-311}; null for a file beside its source
 */
record CompiledName(ImagePath source, @Nullable String tag) {
    private static final Pattern CACHED = Pattern.compile("(.+)\\.(cpython-\\d+)(?:\\.opt-[12])?\\.pyc");

    /** {@code __pycache__/x.cpython-311.pyc} or {@code x.pyc}; null if it is neither. */
    static @Nullable CompiledName of(ImagePath path) {
        ImagePath directory = path.parent();
        String name = path.name().latin1();
        if (directory == null) {
            return null;
        }
        ImagePath above = directory.parent();
        if (directory.fileName().equals("__pycache__") && above != null) {
            Matcher cached = CACHED.matcher(name);
            return cached.matches() ? new CompiledName(source(above, cached.group(1)), cached.group(2)) : null;
        }
        boolean legacy = name.endsWith(".pyc") || name.endsWith(".pyo");
        return legacy && name.length() > 4
                ? new CompiledName(source(directory, name.substring(0, name.length() - 4)), null)
                : null;
    }

    private static ImagePath source(ImagePath directory, String module) {
        return directory.child(RawText.ofLatin1(module + ".py"));
    }
}
