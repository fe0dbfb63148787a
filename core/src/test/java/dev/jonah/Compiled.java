package dev.jonah;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources from the documentation, compiled with the class path of the tests. */
final class Compiled {
    private Compiled() {}

    /** A loader for these files below {@code directory}, by relative name; those that end in {@code .java} are compiled. */
    static URLClassLoader in(Path directory, Map<String, String> files) throws IOException {
        List<Path> sources = new java.util.ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            if (file.getKey().endsWith(".java")) {
                sources.add(path);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(problems, null, null)) {
            List<String> options = List.of("--release", "17", "-proc:none", "-Xlint:all", "-d", directory.toString());
            compiler.getTask(null, manager, problems, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        assertThat(problems.getDiagnostics())
                .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
        return new URLClassLoader(new URL[] {directory.toUri().toURL()}, Compiled.class.getClassLoader());
    }
}
