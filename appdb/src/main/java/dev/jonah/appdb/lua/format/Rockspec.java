package dev.jonah.appdb.lua.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a specification of a rock says (luarocks wiki, "Rockspec format").
 *
 * @param name as written, or null
 * @param version with its revision, or null
 * @param summary or null
 * @param license or null
 * @param homepage or null
 * @param maintainer or null
 * @param sourceUrl where the source is from, or null
 * @param sourceTag tag, branch or revision of it, or null
 * @param dependencies as written, in order
 */
public record Rockspec(
        @Nullable String name,
        @Nullable String version,
        @Nullable String summary,
        @Nullable String license,
        @Nullable String homepage,
        @Nullable String maintainer,
        @Nullable String sourceUrl,
        @Nullable String sourceTag,
        List<String> dependencies) {
    /** Copies the list. */
    public Rockspec {
        dependencies = List.copyOf(dependencies);
    }

    /** Of the variables that the file assigns. */
    public static Rockspec of(LuaTable variables) {
        LuaTable description = variables.table("description");
        LuaTable source = variables.table("source");
        String tag = source.text("tag");
        return new Rockspec(
                variables.text("package"),
                variables.text("version"),
                description.text("summary"),
                description.text("license"),
                description.text("homepage"),
                description.text("maintainer"),
                source.text("url"),
                tag == null ? source.text("branch") : tag,
                variables.table("dependencies").texts());
    }
}
