package dev.jonah.provenance.signals;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.provenance.signals.format.ProgramHeader;
import dev.jonah.provenance.signals.format.ProgramHeader.Format;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Programs whose interpreter or loader is not in the image: they were made for another one. */
public final class InterpreterFinder implements SignalFinder {
    private static final SignalKind ABSENT =
            SignalKind.info("interpreter-absent", "what it needs to run is not in the image");

    @Override
    public String id() {
        return "jonah.signals.interpreters";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(ABSENT);
    }

    @Override
    public Look begin(Scan scan) {
        FileTree tree = scan.image().tree();
        List<ImagePath> path = SearchPath.of(scan.image());
        return (subject, findings) -> {
            ProgramHeader program = Program.of(subject);
            if (program == null || program.interpreter() == null) {
                return;
            }
            String missing = program.format() == Format.SCRIPT
                    ? missing(program.interpreter(), tree, path)
                    : isThere(program.interpreter(), tree) ? null : program.interpreter();
            if (missing != null) {
                findings.add(ABSENT, missing + " is not in the image");
            }
        };
    }

    private static boolean isThere(String latin1, FileTree tree) {
        return tree.resolve(ImagePath.of(RawText.ofLatin1(latin1))).isPresent();
    }

    /** The program of a script's first line that is not there; null if all are. */
    private static @Nullable String missing(String line, FileTree tree, List<ImagePath> path) {
        String[] words = line.split("[ \t]+", 16);
        if (!isThere(words[0], tree)) {
            return words[0];
        }
        if (!words[0].endsWith("/env")) {
            return null;
        }
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (!word.startsWith("-") && word.indexOf('=') < 0) {
                return isCommand(word, tree, path) ? null : word;
            }
        }
        return null;
    }

    private static boolean isCommand(String word, FileTree tree, List<ImagePath> path) {
        if (word.startsWith("/")) {
            return isThere(word, tree);
        }
        for (ImagePath directory : path) {
            if (tree.resolve(directory.resolve(RawText.ofLatin1(word))).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
