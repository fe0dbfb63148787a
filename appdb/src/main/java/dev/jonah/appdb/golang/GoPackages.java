package dev.jonah.appdb.golang;

import dev.jonah.appdb.golang.format.GoBuildInfo;
import dev.jonah.appdb.golang.format.GoModule;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The packages of one program: its main module, the modules that it depends on, the standard library. */
final class GoPackages {
    private static final String BUILT_FROM_FILES = "command-line-arguments";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*(\\.[a-z0-9_-]+)*");

    private final ImagePath program;
    private final GoBuildInfo info;
    private final Diagnostics diagnostics;

    GoPackages(ImagePath program, GoBuildInfo info, Diagnostics diagnostics) {
        this.program = program;
        this.info = info;
        this.diagnostics = diagnostics;
    }

    void forEach(Consumer<SoftwarePackage> out) {
        GoModule main = main();
        List<SoftwarePackage> dependencies = new ArrayList<>();
        for (GoModule dependency : info.dependencies()) {
            SoftwarePackage.Builder found = dependency.equals(main) ? null : dependency(dependency);
            if (found != null) {
                dependencies.add(found.build());
            }
        }
        SoftwarePackage.Builder owner = main == null ? null : mainPackage(main);
        if (owner != null) {
            dependencies.forEach(dependency -> owner.resolved(program, dependency.purl()));
            out.accept(own(owner).build());
        }
        dependencies.forEach(out);
        SoftwarePackage.Builder library = standardLibrary();
        if (library != null) {
            out.accept((owner == null ? own(library) : library).build());
        }
    }

    /** A program built from single files has no module; where one dependency has no version, it was built from that. */
    private @Nullable GoModule main() {
        GoModule main = info.main();
        if (main != null && !main.path().isEmpty()) {
            return main;
        }
        List<GoModule> local = info.dependencies().stream()
                .filter(d -> d.version().equals("(devel)"))
                .toList();
        return info.path().equals(BUILT_FROM_FILES) && local.size() == 1 ? local.get(0) : null;
    }

    private SoftwarePackage.@Nullable Builder mainPackage(GoModule main) {
        MainVersion version = MainVersion.of(main, info);
        SoftwarePackage.Builder builder = builder(main.path(), version.version());
        if (builder == null) {
            return null;
        }
        List<String> dependencies = new ArrayList<>();
        for (GoModule dependency : info.dependencies()) {
            if (!dependency.equals(main)) {
                GoModule compiled = compiled(dependency);
                dependencies.add(compiled.path() + (compiled.version().isEmpty() ? "" : "@" + compiled.version()));
            }
        }
        return builder.dependencies(dependencies)
                .extra("go.version-from", version.source())
                .extra("go.sum", main.sum());
    }

    private SoftwarePackage.@Nullable Builder dependency(GoModule module) {
        GoModule compiled = compiled(module);
        SoftwarePackage.Builder builder = builder(compiled.path(), compiled.isReleased() ? compiled.version() : null);
        if (builder == null) {
            return null;
        }
        GoModule replacement = module.replacement();
        if (replacement != null && compiled.equals(replacement)) {
            builder.extra("go.replaces", module.path() + "@" + module.version());
        } else if (replacement != null) {
            builder.extra("go.replaced-by", replacement.path());
        }
        return builder.extra("go.sum", compiled.sum());
    }

    /** What was really compiled. A directory has no name that others know, so the module it stands for is named. */
    private static GoModule compiled(GoModule module) {
        GoModule replacement = module.replacement();
        return replacement == null || replacement.isDirectory() ? module : replacement;
    }

    private SoftwarePackage.@Nullable Builder standardLibrary() {
        String version = info.goVersion();
        // "go1.20.12 X:boringcrypto", "go1.26.1-X:foo", "go1.26.5 (Red Hat …)"; a development version is none.
        int end = version.indexOf(' ') < 0 ? version.length() : version.indexOf(' ');
        int experiment = version.indexOf("-X:");
        end = experiment < 0 ? end : Math.min(end, experiment);
        return version.startsWith("go") ? builder("stdlib", version.substring(2, end)) : builder("stdlib", null);
    }

    /**
     * The main package's own facts; it claims the program. Nothing else names that, so that it may have been added, as
     * what lies in a directory may.
     */
    private SoftwarePackage.Builder own(SoftwarePackage.Builder builder) {
        info.settings().forEach((name, value) -> setting(name, value, builder));
        return builder.extra("go.path", info.path())
                .extra("go.version", info.goVersion())
                .file(PackageFile.at(program, "go.build-info")
                        .note("the program's own build information names "
                                + (info.path().isEmpty() ? "Go" : info.path()))
                        .source(program)
                        .byDirectory()
                        .build());
    }

    /** {@code -ldflags} becomes {@code go.ldflags}, {@code GOARCH} {@code go.goarch}; what is no name is left out. */
    private static void setting(String name, String value, SoftwarePackage.Builder builder) {
        String fact = (name.startsWith("-") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
        if (NAME.matcher(fact).matches()) {
            builder.extra("go." + fact, value);
        }
    }

    private SoftwarePackage.@Nullable Builder builder(String path, @Nullable String version) {
        int slash = path.lastIndexOf('/');
        try {
            Purl.Builder purl = Purl.of("golang", path.substring(slash + 1)).version(version);
            if (slash > 0) {
                purl.namespace(path.substring(0, slash));
            }
            return SoftwarePackage.of(purl.build(), Kind.APPLICATION, program).extra("go.version", info.goVersion());
        } catch (IllegalArgumentException e) {
            diagnostics.warning("go.module", program, program + " names a module that cannot be: " + e.getMessage());
            return null;
        }
    }
}
