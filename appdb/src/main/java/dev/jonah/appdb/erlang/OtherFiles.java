package dev.jonah.appdb.erlang;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Files of applications of Erlang/OTP and Elixir that their own lists leave out, by name. */
final class OtherFiles {
    private static final Map<String, Predicate<String>> MODULES = Map.of(
            // The compiler, which programs do not need to run.
            "asn1",
            Pattern.compile("(asn1_db|asn1ct(_\\w{1,40})?)\\.beam").asMatchPredicate(),
            "erts",
            List.of("erl_tracer.beam", "erts_dirty_process_signal_handler.beam", "erts_literal_area_collector.beam")
                    ::contains);
    private static final List<String> PROGRAMS = List.of("elixir", "elixirc", "iex", "mix");

    private OtherFiles() {}

    /** Those that are there. */
    static List<ImagePath> of(String application, ImagePath ebin, ImagePath directory, FileTree tree) {
        List<ImagePath> found = new ArrayList<>();
        Predicate<String> modules = MODULES.get(application);
        if (modules != null) {
            for (FileEntry child : tree.children(ebin)) {
                if (!child.isDirectory() && modules.test(child.path().fileName())) {
                    found.add(child.path());
                }
            }
        }
        ImagePath libraries = directory.parent();
        ImagePath root = libraries == null ? null : libraries.parent();
        if (application.equals("elixir")
                && directory.fileName().equals(application)
                && root != null
                && !root.isRoot()
                && libraries != null
                && libraries.fileName().equals("lib")) {
            for (String program : PROGRAMS) {
                ImagePath path = root.resolve("bin/" + program);
                if (tree.find(path).filter(e -> !e.isDirectory()).isPresent()) {
                    found.add(path);
                }
            }
        }
        return found;
    }
}
