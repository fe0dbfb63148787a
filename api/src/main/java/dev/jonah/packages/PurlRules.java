package dev.jonah.packages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the registered types of package URLs say about their components. Deviation: the definition of golang both wants
 * lower case and calls names case-sensitive; module paths are case-sensitive, so they are kept.
 */
final class PurlRules {
    // Types whose definition makes the component case-insensitive, so that its canonical form is lower case.
    private static final Set<String> LOWER_NAMESPACE = Set.of(
            "alpm",
            "apk",
            "bitbucket",
            "brew",
            "composer",
            "deb",
            "github",
            "hex",
            "luarocks",
            "qpkg",
            "rpm",
            "vscode-extension",
            "yocto");
    private static final Set<String> LOWER_NAME = Set.of(
            "alpm",
            "apk",
            "bitbucket",
            "bitnami",
            "brew",
            "chrome-extension",
            "composer",
            "deb",
            "github",
            "hex",
            "luarocks",
            "oci",
            "otp",
            "pub",
            "pypi",
            "vscode-extension");
    private static final Set<String> LOWER_VERSION = Set.of("huggingface", "luarocks", "vscode-extension", "pypi");
    // Of golang it is not asked: the standard library is known to everybody as pkg:golang/stdlib.
    private static final Set<String> NEEDS_NAMESPACE = Set.of(
            "alpm",
            "apk",
            "bitbucket",
            "composer",
            "deb",
            "git",
            "github",
            "huggingface",
            "maven",
            "qpkg",
            "rpm",
            "swift",
            "vscode-extension");
    private static final Set<String> REFUSES_NAMESPACE = Set.of(
            "bazel",
            "bitnami",
            "cargo",
            "chrome-extension",
            "cocoapods",
            "conda",
            "cran",
            "gem",
            "hackage",
            "julia",
            "mlflow",
            "nuget",
            "oci",
            "opam",
            "otp",
            "pub",
            "pypi",
            "vcpkg");

    private PurlRules() {}

    static String type(String given) {
        String type = given.toLowerCase(Locale.ROOT);
        if (!type.matches("[a-z][a-z0-9.-]*")) {
            throw new IllegalArgumentException("not a package URL type: '" + given + "'");
        }
        return type;
    }

    static @Nullable String namespace(String type, @Nullable String given) {
        String joined = given == null ? "" : String.join("/", segments(given));
        if (joined.isEmpty() && NEEDS_NAMESPACE.contains(type)) {
            throw new IllegalArgumentException("a package URL of type " + type + " needs a namespace");
        }
        if (!joined.isEmpty() && REFUSES_NAMESPACE.contains(type)) {
            throw new IllegalArgumentException("a package URL of type " + type + " has no namespace: '" + given + "'");
        }
        return emptyToNull(LOWER_NAMESPACE.contains(type) ? joined.toLowerCase(Locale.ROOT) : joined);
    }

    static String name(String type, String given) {
        String name = LOWER_NAME.contains(type) ? given.toLowerCase(Locale.ROOT) : given;
        if (type.equals("pypi")) {
            name = name.replace('_', '-');
        } else if (type.equals("pub")) {
            name = name.replaceAll("[^a-z0-9_]", "_");
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a package URL needs a name");
        }
        return name;
    }

    static @Nullable String version(String type, @Nullable String given) {
        return emptyToNull(given != null && LOWER_VERSION.contains(type) ? given.toLowerCase(Locale.ROOT) : given);
    }

    static @Nullable String subpath(@Nullable String given) {
        return given == null
                ? null
                : emptyToNull(segments(given).stream()
                        .filter(s -> !s.equals(".") && !s.equals(".."))
                        .collect(Collectors.joining("/")));
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
