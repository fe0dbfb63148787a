package dev.jonah.appdb.ruby.format;

import dev.jonah.value.RawText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the specification of a gem says (guides.rubygems.org, Specification Reference).
 *
 * @param name or null
 * @param version or null
 * @param platform {@code ruby} unless it is for one platform: {@code java}, {@code x86_64-linux}
 * @param requirePaths directories of the gem that its code lies in, or null
 * @param authors in order
 * @param homepage URL, or null
 * @param licenses as written
 * @param summary or null
 * @param description or null
 * @param bindir directory of the gem that its programs lie in, or null for {@code bin}
 * @param executables names of programs
 * @param extensions the files that say how to build native code
 * @param files names as they are in the gem; specifications of installed gems leave most of them out
 * @param metadata further facts by name, in order
 * @param dependencies in order
 * @param installedBy version of RubyGems that installed it, or null
 * @param foreignLine number of the first line that RubyGems does not write, from 1; 0 if there is none
 */
public record GemSpecification(
        @Nullable String name,
        @Nullable String version,
        String platform,
        @Nullable List<RawText> requirePaths,
        List<String> authors,
        @Nullable String homepage,
        List<String> licenses,
        @Nullable String summary,
        @Nullable String description,
        @Nullable RawText bindir,
        List<RawText> executables,
        List<RawText> extensions,
        List<RawText> files,
        Map<String, String> metadata,
        List<GemDependency> dependencies,
        @Nullable String installedBy,
        int foreignLine) {
    /** The platform of gems that run on all of them. */
    public static final String ANY_PLATFORM = "ruby";

    /** Copies lists and map. */
    public GemSpecification {
        requirePaths = requirePaths == null ? null : List.copyOf(requirePaths);
        authors = List.copyOf(authors);
        licenses = List.copyOf(licenses);
        executables = List.copyOf(executables);
        extensions = List.copyOf(extensions);
        files = List.copyOf(files);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        dependencies = List.copyOf(dependencies);
    }

    /** Whether it has the form that RubyGems writes, and holds nothing else: no code but that of a record. */
    public boolean isGenerated() {
        return foreignLine == 0;
    }
}
