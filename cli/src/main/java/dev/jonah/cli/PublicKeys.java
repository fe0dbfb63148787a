package dev.jonah.cli;

import dev.jonah.Jonah;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The files of {@code --public-key}. What is in them is for plugins to say. */
final class PublicKeys {
    static final String OPTION = "--public-key";

    private static final int MOST_BYTES = 16 << 20;

    private PublicKeys() {}

    /**
     * Reads them.
     *
     * @throws UsageException if one cannot be read, or is larger than any file of keys
     */
    static UnaryOperator<Jonah.Builder> of(Arguments arguments) {
        List<RawText> keys = new ArrayList<>();
        for (String file : arguments.values(OPTION)) {
            keys.add(read(file));
        }
        return builder -> builder.publicKeys(keys);
    }

    private static RawText read(String file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException | RuntimeException e) {
            throw new UsageException(OPTION + ": cannot read " + file + ": " + Failure.reason(e));
        }
        if (bytes.length > MOST_BYTES) {
            throw new UsageException(
                    OPTION + ": " + file + " is no file of keys: it is larger than " + Sizes.text(MOST_BYTES));
        }
        return RawText.of(bytes);
    }
}
