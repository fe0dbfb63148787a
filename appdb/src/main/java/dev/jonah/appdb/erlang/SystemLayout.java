package dev.jonah.appdb.erlang;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The files that Erlang's run-time system and the tools that make releases lay out, by name: what else lies in these
 * directories belongs to nobody.
 */
final class SystemLayout {
    private static final Set<String> PROGRAMS = Set.of(
            "beam",
            "beam.smp",
            "cdv",
            "ct_run",
            "dialyzer",
            "dyn_erl",
            "epmd",
            "erl",
            "erl.src",
            "erl_call",
            "erl_child_setup",
            "erlc",
            "erlexec",
            "escript",
            "heart",
            "inet_gethost",
            "no_dot_erlang.boot",
            "nodetool",
            "install_upgrade.escript",
            "run_erl",
            "start",
            "start.boot",
            "start.script",
            "start.src",
            "start_clean.boot",
            "start_erl",
            "start_erl.src",
            "start_sasl.boot",
            "to_erl",
            "typer",
            "yielding_c_fun");
    private static final Set<String> OF_RELEASES = Set.of(
            "OTP_VERSION",
            "elixir",
            "env.bat",
            "env.sh",
            "env.sh.src",
            "iex",
            "installed_application_versions",
            "no_dot_erlang.boot",
            "no_dot_erlang.rel",
            "no_dot_erlang.script",
            "remote.vm.args",
            "remote.vm.args.src",
            "runtime.exs",
            "start.boot",
            "start.script",
            "start_all_example.rel",
            "start_clean.boot",
            "start_clean.rel",
            "start_clean.script",
            "start_sasl.boot",
            "start_sasl.rel",
            "start_sasl.script",
            "sys.config",
            "sys.config.src",
            "vm.args",
            "vm.args.src");
    private static final List<String> BESIDE_RELEASES = List.of("COOKIE", "RELEASES", "RELEASES.src", "start_erl.data");
    private static final List<String> WHOLE = List.of("doc", "include", "lib", "man", "src");

    private final FileTree tree;
    private final List<ImagePath> found = new ArrayList<>();

    private SystemLayout(FileTree tree) {
        this.tree = tree;
    }

    /**
     * The files of a system.
     *
     * @param root directory of the whole system
     * @param release directory of the release
     * @param runtime version of the run-time system whose directory belongs to it, or empty for none
     * @param names of further programs and files of the release
     */
    static Collection<ImagePath> of(
            ImagePath root, ImagePath release, String runtime, Collection<String> names, FileTree tree) {
        SystemLayout layout = new SystemLayout(tree);
        layout.named(root.resolve("bin"), PROGRAMS);
        layout.named(root.resolve("bin"), names);
        layout.named(root.resolve("releases"), BESIDE_RELEASES);
        layout.named(release, OF_RELEASES);
        layout.named(release, names);
        layout.modules(release.resolve("consolidated"));
        if (!runtime.isEmpty() && runtime.indexOf('/') < 0) {
            ImagePath system = root.resolve("erts-" + runtime);
            layout.named(system.resolve("bin"), PROGRAMS);
            WHOLE.forEach(name -> layout.all(system.resolve(name)));
        }
        return layout.found;
    }

    private void named(ImagePath directory, Collection<String> names) {
        for (FileEntry child : tree.children(directory)) {
            if (!child.isDirectory() && names.contains(child.path().fileName())) {
                found.add(child.path());
            }
        }
    }

    private void modules(ImagePath directory) {
        for (FileEntry child : tree.children(directory)) {
            if (!child.isDirectory() && child.path().latin1().endsWith(".beam")) {
                found.add(child.path());
            }
        }
    }

    private void all(ImagePath directory) {
        Deque<ImagePath> left = new ArrayDeque<>(List.of(directory));
        while (!left.isEmpty()) {
            for (FileEntry child : tree.children(left.pop())) {
                if (child.isDirectory()) {
                    left.push(child.path());
                } else {
                    found.add(child.path());
                }
            }
        }
    }
}
