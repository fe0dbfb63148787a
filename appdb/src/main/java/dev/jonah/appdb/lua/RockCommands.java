package dev.jonah.appdb.lua;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains the programs that LuaRocks writes into a tree to start the commands of rocks. Such a program must be, letter
 * by letter, one that sets the paths of Lua and starts a command of a rock that is there and verified.
 */
public final class RockCommands implements Explainer {
    private static final int LONGEST = 8_000;

    /** Found as a service. */
    public RockCommands() {}

    @Override
    public String id() {
        return "jonah.appdb.lua-commands";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.everything();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Set<ImagePath> directories = directories(scan);
        if (directories.isEmpty()) {
            return;
        }
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            Content content = file.content();
            if (content != null
                    && content.size() <= LONGEST
                    && directories.contains(file.path().parent())) {
                Matcher program = Form.PROGRAM.matcher(new String(content.head(LONGEST), StandardCharsets.ISO_8859_1));
                if (program.matches()) {
                    explain(file.path(), program.group(1), ImagePath.of(program.group(2)), scan, out);
                }
            }
        }
    }

    private static void explain(
            ImagePath path, String interpreter, ImagePath command, Scan scan, Consumer<Explanation> out) {
        ImagePath canonical = scan.tree().canonical(command);
        if (scan.verdict(canonical) == Verdict.VERIFIED) {
            String text =
                    "a program of LuaRocks that starts " + command + " with " + interpreter + " and does nothing else";
            out.accept(new Explanation(path, Verdict.DERIVED, Evidence.of("lua.command", text, path, canonical)));
        }
    }

    /** Where the trees of the rocks that were found have their commands. */
    private static Set<ImagePath> directories(Scan scan) {
        Set<ImagePath> directories = new HashSet<>();
        scan.packages().stream()
                .filter(found -> found.purl().type().equals("luarocks"))
                .flatMap(found -> found.foundAt().stream())
                .forEach(manifest -> {
                    Place place = Place.of(manifest);
                    ImagePath commands = place == null ? null : place.commands();
                    if (commands != null) {
                        directories.add(commands);
                    }
                });
        return directories;
    }

    /**
     * As LuaRocks 2.3 to 3 write it. What is looked up, is so in directories of the usual names only, and texts have no
     * quotation mark inside, so that nothing hides in them.
     */
    private static final class Form {
        private static final String MODULES = "(?:(?:/[\\w.+-]+)+/share/lua/5\\.\\d/\\?(?:/init)?\\.lua;)+";
        private static final String LIBRARIES = "(?:(?:/[\\w.+-]+)+/lib(?:64)?/lua/5\\.\\d/\\?\\.so;)+";
        private static final String PATHS = "package\\.path=\"" + MODULES + "\"\\.\\.package\\.path; ?"
                + "package\\.cpath=\"" + LIBRARIES + "\"\\.\\.package\\.cpath";
        private static final String CONTEXT = "local k,l,_=pcall\\(require,\"luarocks\\.loader\"\\) _=k "
                + "and l\\.add_context\\(\"[\\w.-]+\", ?\"[\\w.-]+\"\\)";
        static final Pattern PROGRAM = Pattern.compile("#!/bin/sh\n\n(?:LUAROCKS_SYSCONFDIR='[\\w/.+-]*' )?"
                + "exec '((?:/[\\w.+-]+)*/bin/lua[\\w.-]*)' -e '" + PATHS + "(?:; ?" + CONTEXT + ")?'"
                + "(?: -e '" + CONTEXT + "')? '((?:/[\\w.+-]+)+)' \"\\$@\"\n?");

        private Form() {}
    }
}
